"""Bodies and outlets that news names without saying what they are; casefolded."""

from woozle.toolbox.nlp.lexicon.armed import ARMED


def _names(listed: str) -> frozenset[str]:
    return frozenset(name.strip().casefold() for name in listed.split(","))


OUTLETS = _names(
    "Reuters, AFP, Agence France-Presse, AP, Associated Press, The Associated Press, BBC, BBC News, BBC World "
    "Service, CNN, Fox News, MSNBC, NBC, NBC News, ABC News, CBS, CBS News, NPR, PBS, Bloomberg, Bloomberg News, "
    "UPI, Tass, ITAR-TASS, RIA, RIA Novosti, Interfax, Interfax-Ukraine, Ukrinform, Unian, Xinhua, Kyodo, Yonhap, "
    "DPA, ANSA, EFE, PTI, Press Trust of India, ANI, IRNA, Fars, Tasnim, SANA, Anadolu, Anadolu Agency, Al Jazeera, "
    "Al-Jazeera, Al Arabiya, Al-Arabiya, Al-Manar, Al Mayadeen, RT, Sputnik, Deutsche Welle, Voice of America, Radio "
    "Free Europe, Radio Liberty, Radio Free Europe/Radio Liberty, RFE/RL, Le Monde, Le Figaro, Libération, Der "
    "Spiegel, Spiegel, Die Zeit, Die Welt, Bild, Süddeutsche Zeitung, El País, El Pais, El Mundo, La Repubblica, "
    "Corriere della Sera, Haaretz, Ynet, Dawn, The Hindu, Wall Street Journal, Financial Times, New York Times, "
    "Washington Post, Los Angeles Times, USA Today, Guardian, The Guardian, Daily Telegraph, Daily Mail, The "
    "Independent, The Times, The Economist, The Sun, Economist, Newsweek, Time magazine, New Yorker, The New Yorker, "
    "The Atlantic, Politico, Axios, Vox, BuzzFeed, BuzzFeed News, HuffPost, Huffington Post, Vice News, Daily Beast, "
    "The Daily Beast, Salon, Slate, Breitbart, Breitbart News, Meduza, Novaya Gazeta, Kommersant, Pravda, Izvestia, "
    "Vedomosti, Ukrainska Pravda, Kyiv Independent, Kyiv Post, Hürriyet, Hurriyet, Sabah, Dagens Nyheter, "
    "Aftenposten, Politiken, NHK, Asahi Shimbun, Sky News, ITV, ITV News, Channel 4, Channel 4 News, Euronews, "
    "France 24, Globe and Mail, Toronto Star, CBC, Wired, Yahoo News, Forbes, Fortune, Rolling Stone, Wikinews, The "
    "Onion, McClatchy, Gizmodo, TechCrunch, Mashable"
)
BODIES = ARMED | _names(
    "UN, U.N., United Nations, EU, E.U., European Union, NATO, OSCE, IAEA, WHO, UNHCR, UNICEF, UNESCO, IMF, WTO, "
    "World Bank, OPEC, ASEAN, African Union, Arab League, G7, G8, G20, Interpol, Europol, FBI, CIA, NSA, FSB, KGB, "
    "GRU, SBU, MI5, MI6, Mossad, Shin Bet, IDF, ISI, Pentagon, White House, Congress, Senate, House of "
    "Representatives, House of Commons, House of Lords, Parliament, Knesset, Bundestag, Duma, State Duma, Supreme "
    "Court, State Department, Homeland Security, Treasury, Scotland Yard, Downing Street, Red Cross, Red Crescent, "
    "Amnesty, Amnesty International, Human Rights Watch, Médecins Sans Frontières, Doctors Without Borders, "
    "Greenpeace, Oxfam, Save the Children, Hamas, Hezbollah, Hizbullah, Fatah, PLO, Taliban, Al Qaeda, Al-Qaeda, "
    "al-Qaida, Qaeda, ISIS, ISIL, Daesh, Islamic State, Boko Haram, al-Shabaab, Al-Shabab, PKK, YPG, IRA, ETA, FARC, "
    "Tamil Tigers, LTTE, Wagner, Wagner Group, Ku Klux Klan, Labour, Labour Party, Conservatives, Tories, Liberal "
    "Democrats, Lib Dems, UKIP, Sinn Féin, Sinn Fein, DUP, SNP, GOP, DNC, RNC, ACLU, NAACP, NRA, CDU, SPD, FDP, AfD, "
    "CSU, BJP, ANC, MDC, ZANU-PF, Likud, Kadima, Google, Microsoft, Apple, Facebook, Twitter, YouTube, Instagram, "
    "WhatsApp, TikTok, Amazon, Netflix, IBM, Intel, Enron, Boeing, Airbus, Lockheed Martin, General Motors, Ford, "
    "Toyota, Honda, Sony, Samsung, Nokia, Siemens, Shell, BP, Exxon, ExxonMobil, Chevron, Gazprom, Rosneft, Lukoil, "
    "Aramco, Halliburton, Blackwater, Walmart, Wal-Mart, Target, McDonald's, Starbucks, Coca-Cola, Pepsi, Goldman "
    "Sachs, Lehman Brothers, JPMorgan, Citigroup, Harvard, Yale, Stanford, MIT, NASA, SpaceX, Tesla, eBay, Cisco, "
    "Oracle, Dell, PayPal, Telegram, WikiLeaks, Wikipedia, Bellingcat, Kremlin, Politburo, Hague Tribunal, Security "
    "Council, General Assembly, FIFA, UEFA, NFL, NBA, MLB, NHL, IOC, SWAPO, FIDESZ, Fidesz, Bank of England, Federal "
    "Reserve, Fed, ECB, SEC, FDA, EPA, FEMA, NYPD, LAPD, IRS, CDC, OSCE, Frontex"
)
#: Names of things, and words in capitals, that are no name of a person, body or place.
OTHERS = _names(
    "Bible, Koran, Quran, Qur'an, Internet, Web, World War II, World War I, World War, Cold War, Second World War, "
    "First World War, Holocaust, Nobel Prize, Nobel Peace Prize, Olympics, Holy Spirit, God, Allah, Jesus, Christ, "
    "Jesus Christ, COVID-19, Covid, Covid-19, Brexit, HIV, AIDS, DNA, CEO, CFO, TV, DVD, CD, PC, FAQ, PDF, URL, ID, "
    "OK, Q, A, PhD, Ph.D., MP, MPs, MEP, VIP, POW, NGO, NGOs, GDP, GPS, SMS, SUV, HTML, USB, LGBT, WMD, WMDs, IED, "
    "IEDs, AK-47, T-72, English, French, HQ, PM, AM, PS, P.S., USD, EUR, GBP, Inc, Mr, Mrs, Ms, Dr, X-ray, E-mail, "
    "RSS, FYI, ASAP, BTW, IMO, LOL, IMHO, ATM, CV, MBA, BA, MA, RE, FW, FWD, PR, UFO, AC, BBQ, IT"
)
