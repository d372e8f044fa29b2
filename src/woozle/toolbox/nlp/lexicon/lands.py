"""Countries, their people, capitals, and places that news names without saying what they are."""

#: Countries and parts of the world, as written; several words joined by an underscore.
_COUNTRIES = (
    "Afghanistan Albania Algeria Andorra Angola Antigua Argentina Armenia Australia Austria Azerbaijan Bahamas "
    "Bahrain Bangladesh Barbados Belarus Belgium Belize Benin Bhutan Bolivia Bosnia Bosnia_and_Herzegovina "
    "Bosnia-Herzegovina Botswana Brazil Brunei Bulgaria Burkina_Faso Burma Burundi Cambodia Cameroon Canada "
    "Cape_Verde Chad Chechnya Chile China Colombia Comoros Congo Costa_Rica Croatia Cuba Cyprus Czechia "
    "Czechoslovakia Czech_Republic Denmark Djibouti Dominica Dominican_Republic East_Timor Ecuador Egypt El_Salvador "
    "Equatorial_Guinea Eritrea Estonia Eswatini Ethiopia Fiji Finland France Gabon Gambia Georgia Germany "
    "East_Germany West_Germany Ghana Great_Britain Britain UK U.K. United_Kingdom England Scotland Wales "
    "Northern_Ireland Greece Greenland Grenada Guatemala Guinea Guinea-Bissau Guyana Haiti Honduras Hong_Kong "
    "Hungary Iceland India Indonesia Iran Iraq Ireland Israel Italy Ivory_Coast Jamaica Japan Jordan Kazakhstan "
    "Kenya Kiribati Korea North_Korea South_Korea Kosovo Kurdistan Kuwait Kyrgyzstan Laos Latvia Lebanon Lesotho "
    "Liberia Libya Liechtenstein Lithuania Luxembourg Macedonia North_Macedonia Madagascar Malawi Malaysia Maldives "
    "Mali Malta Mauritania Mauritius Mexico Moldova Monaco Mongolia Montenegro Morocco Mozambique Myanmar Namibia "
    "Nauru Nepal Netherlands The_Netherlands Holland New_Zealand Nicaragua Niger Nigeria Norway Oman Pakistan Palau "
    "Palestine Panama Papua_New_Guinea Paraguay Persia Peru Philippines Poland Portugal Prussia Puerto_Rico Qatar "
    "Romania Russia Russian_Federation Rwanda Samoa San_Marino Saudi_Arabia Senegal Serbia Seychelles Sierra_Leone "
    "Singapore Slovakia Slovenia Somalia Somaliland South_Africa South_Sudan Soviet_Union USSR Spain Sri_Lanka Sudan "
    "Suriname Swaziland Sweden Switzerland Syria Taiwan Tajikistan Tanzania Thailand Tibet Timor-Leste Togo Tonga "
    "Transnistria Trinidad Tunisia Turkey Türkiye Turkmenistan Tuvalu Uganda Ukraine UAE United_Arab_Emirates "
    "Uruguay US U.S. USA U.S.A. United_States United_States_of_America America Uzbekistan Vanuatu Vatican Venezuela "
    "Vietnam Yemen Yugoslavia Zaire Zambia Zimbabwe Africa Asia Europe Antarctica Arctic Oceania Eurasia Balkans "
    "Caucasus Caribbean Scandinavia Middle_East Far_East Near_East Latin_America North_America South_America "
    "Central_America North_Africa West_Africa East_Africa Southeast_Asia Central_Asia South_Asia Eastern_Europe "
    "Western_Europe Central_Europe Maghreb Sahel Levant Mesopotamia Ottoman_Empire"
)
_CITIES = (
    "Abu_Dhabi Abuja Accra Addis_Ababa Aden Aleppo Algiers Almaty Amman Amsterdam Ankara Antwerp Astana Asmara "
    "Athens Auckland Baghdad Bakhmut Baku Bamako Bangkok Barcelona Basel Basra Beijing Beirut Belfast Belgrade "
    "Belgorod Benghazi Berlin Bern Birmingham Bogota Bogotá Bonn Bordeaux Boston Brasilia Bratislava Brisbane "
    "Bristol Brussels Bryansk Bucharest Budapest Buenos_Aires Bujumbura Cairo Calcutta Calgary Cambridge Canberra "
    "Caracas Cardiff Casablanca Chennai Chernihiv Chernobyl Chicago Chisinau Cologne Colombo Conakry Copenhagen "
    "Dakar Dallas Damascus Darfur Dar_es_Salaam Delhi Denver Detroit Dhaka Dnipro Doha Donbas Donbass Donetsk "
    "Dresden Dubai Dublin Durban Dushanbe Edinburgh Fallujah Frankfurt Freetown Gaza Gaza_City Gaza_Strip Geneva "
    "Genoa Glasgow Golan_Heights Grozny Guangzhou Guantanamo Hamburg Hanoi Harare Havana Hebron Helsinki Herat "
    "Hiroshima Houston Idlib Islamabad Istanbul Jakarta Jeddah Jenin Jerusalem Johannesburg Juba Kabul Kampala "
    "Kandahar Karachi Kashmir Kathmandu Kazan Kharkiv Kharkov Khartoum Kherson Kiev Kyiv Kigali Kingston Kinshasa "
    "Kirkuk Kolkata Kosovo Krakow Kramatorsk Kryvyi_Rih Kuala_Lumpur Kursk Lagos Lahore Leeds Leipzig Libreville "
    "Lille Lima Lisbon Liverpool Ljubljana London Los_Angeles Luanda Lugansk Luhansk Lusaka Lviv Lyon Madrid Managua "
    "Manchester Manila Maputo Mariupol Marseille Mecca Medina Melbourne Melitopol Mexico_City Miami Milan Minsk "
    "Mogadishu Mombasa Monrovia Montevideo Montreal Moscow Mosul Mumbai Munich Mykolaiv Nablus Nagasaki Nairobi "
    "Najaf Naples Nassau Ndjamena N'Djamena New_Delhi New_York New_York_City New_Orleans Niamey Nicosia Nouakchott "
    "Odesa Odessa Orleans Osaka Oslo Ottawa Ouagadougou Oxford Palermo Paris Perth Peshawar Philadelphia Phnom_Penh "
    "Pokrovsk Port-au-Prince Prague Pretoria Pristina Pyongyang Quebec Quito Rabat Rafah Ramallah Raqqa Riga "
    "Rio_de_Janeiro Riyadh Rome Rostov-on-Don Rotterdam St_Petersburg St._Petersburg Saint_Petersburg San_Francisco "
    "San_Diego San_Salvador Sanaa Santiago Sao_Paulo São_Paulo Sarajevo Seattle Seoul Sevastopol Severodonetsk "
    "Shanghai Simferopol Skopje Sofia Srebrenica Stockholm Strasbourg Stuttgart Sydney Taipei Tallinn Tampa Tashkent "
    "Tbilisi Tehran Tel_Aviv The_Hague Tikrit Tirana Tokyo Toronto Tripoli Tunis Turin Ulaanbaatar Utrecht Valencia "
    "Vancouver Venice Vienna Vientiane Vilnius Vladivostok Warsaw Washington Washington,_D.C. Wellington Yalta "
    "Yangon Rangoon Yaounde Yerevan York Zagreb Zaporizhzhia Zurich Crimea Siberia Bavaria Saxony Catalonia "
    "Basque_Country Normandy Brittany Burgundy Andalusia Lombardy Sicily Sardinia Tuscany Tyrol Flanders Wallonia "
    "Cornwall Devon Kent Essex Sussex Yorkshire Lancashire Wiltshire Ontario Alberta Manitoba Nova_Scotia "
    "British_Columbia Queensland Tasmania Victoria New_South_Wales Punjab Sindh Balochistan Gujarat Kerala Bihar "
    "Assam Uttar_Pradesh Helmand Anbar Sinai West_Bank Nagorno-Karabakh Abkhazia South_Ossetia Dagestan Xinjiang "
    "Hainan Okinawa Hokkaido Java Sumatra Bali Borneo Aceh Mindanao Luzon Alabama Alaska Arizona Arkansas California "
    "Colorado Connecticut Delaware Florida Hawaii Idaho Illinois Indiana Iowa Kansas Kentucky Louisiana Maine "
    "Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada New_Hampshire New_Jersey "
    "New_Mexico North_Carolina North_Dakota Ohio Oklahoma Oregon Pennsylvania Rhode_Island South_Carolina "
    "South_Dakota Tennessee Texas Utah Vermont Virginia West_Virginia Wisconsin Wyoming Manhattan Brooklyn Queens "
    "Bronx Hollywood Las_Vegas Baltimore Atlanta Cleveland Pittsburgh Minneapolis Memphis Nashville Phoenix "
    "Sacramento Orlando Normandy Mediterranean Baltic Adriatic Atlantic Pacific Danube Rhine Volga "
    "Nile Euphrates Tigris Dnieper Dnipro_River Thames Seine Amazon Everest Himalayas Alps Andes Sahara Kremlin "
    "Bosporus Bosphorus D.C."
)
#: Adjectives of peoples, and the nouns that are the same word. They name a people or a tongue, not a body.
_PEOPLES = (
    "Afghan African Albanian Algerian American Andorran Angolan Arab Arabian Arabic Argentine Argentinian Armenian "
    "Asian Australian Austrian Azerbaijani Azeri Bahraini Balkan Baltic Bangladeshi Basque Bavarian Belarusian "
    "Belgian Bengali Berber Bolivian Bosnian Brazilian Briton British Bulgarian Burmese Burundian Byzantine "
    "Cambodian Cameroonian Canadian Castilian Catalan Caucasian Chadian Chechen Chilean Chinese Colombian Congolese "
    "Cornish Cossack Croat Croatian Cuban Cypriot Czech Czechoslovak Dagestani Dane Danish Druze Dutch Ecuadorian "
    "Egyptian English Eritrean Estonian Ethiopian European Filipino Finn Finnish Flemish French Gabonese Gambian "
    "Georgian German Ghanaian Greek Guatemalan Guinean Gujarati Haitian Hausa Hazara Hebrew Hispanic Honduran "
    "Hungarian Hutu Icelandic Igbo Indian Indonesian Iranian Iraqi Irish Israeli Italian Ivorian Jamaican Japanese "
    "Javanese Jordanian Kashmiri Kazakh Kenyan Korean Kosovar Kurd Kurdish Kuwaiti Kyrgyz Laotian Latin Latvian "
    "Lebanese Liberian Libyan Lithuanian Luxembourgish Macedonian Malagasy Malawian Malay Malaysian Malian Maltese "
    "Maori Mauritanian Mexican Moldovan Mongol Mongolian Montenegrin Moroccan Mozambican Namibian Nepalese Nepali "
    "Nicaraguan Nigerian Nigerien Nordic Norwegian Omani Ottoman Oromo Pakistani Palestinian Panamanian Paraguayan "
    "Pashtun Persian Peruvian Pole Polish Portuguese Prussian Punjabi Qatari Roma Roman Romanian Russian Rwandan "
    "Saudi Scandinavian Scot Scots Scottish Senegalese Serb Serbian Siberian Sikh Singaporean Sindhi Slav Slavic "
    "Slovak Slovene Slovenian Somali Spaniard Spanish Sudanese Swede Swedish Swiss Syrian Taiwanese Tajik Tamil "
    "Tanzanian Tatar Thai Tibetan Tigrayan Togolese Tunisian Turk Turkish Turkmen Tutsi Ugandan Ukrainian Uruguayan "
    "Uyghur Uzbek Venezuelan Venetian Vietnamese Viking Walloon Welsh Yazidi Yemeni Yoruba Yugoslav Zairean Zambian "
    "Zimbabwean Zulu Californian Texan Londoner Parisian Victorian Nazi Soviet Communist Marxist Fascist Democrat "
    "Republican Tory Labourite Christian Christianity Catholic Protestant Orthodox Anglican Lutheran Baptist "
    "Methodist Mormon Jew Jewish Judaism Muslim Moslem Islam Islamic Islamist Shia Shiite Shi'ite Sunni Sufi Alawite "
    "Salafi Hindu Buddhist Zionist Western Westerner Southerner Northerner Gallic Hellenic Teutonic Anglo-Saxon "
    "Baathist Ba'athist Maoist Leninist Stalinist Trotskyist Socialist Liberal Conservative"
)


def _names(listed: str) -> frozenset[str]:
    return frozenset(name.replace("_", " ").casefold() for name in listed.split())


#: Casefolded names.
COUNTRIES = _names(_COUNTRIES)
PLACES = COUNTRIES | _names(_CITIES)
PEOPLES = _names(_PEOPLES)
#: Endings of the adjectives of peoples that the list does not know.
PEOPLE_ENDINGS = ("ian", "ean", "oan", "ese", "ani", "uan")
