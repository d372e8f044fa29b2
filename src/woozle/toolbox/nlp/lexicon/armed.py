"""Armed movements of the world that reports name without saying what they are; casefolded."""

#: Of every continent, since about 1960, under the names and short forms that news in English has for them.
ARMED = frozenset(
    name.strip().casefold()
    for name in (
        # the Americas
        "Shining Path, Sendero Luminoso, Tupac Amaru Revolutionary Movement, MRTA, Revolutionary Armed Forces of "
        "Colombia, FARC-EP, National Liberation Army, Army of National Liberation, ELN, Popular Liberation Army, "
        "Quintin Lame, April 19 Movement, 19th of April Movement, M-19, United Self-Defense Forces of Colombia, AUC, "
        "Gulf Clan, Clan del Golfo, Farabundo Marti National Liberation Front, FMLN, Guatemalan National "
        "Revolutionary Unity, URNG, Manuel Rodriguez Patriotic Front, Sandinista National Liberation Front, "
        "Montoneros, People's Revolutionary Army, Tupamaros, Alfaro Lives, Zapatista National Liberation Army, "
        "Zapatistas, EZLN, Paraguayan People's Army, Medellin Cartel, Cali Cartel, Sinaloa Cartel, Gulf Cartel, Los "
        "Zetas, Juarez Cartel, Jalisco New Generation Cartel, Tren de Aragua, Mara Salvatrucha, MS-13, Primeiro "
        "Comando da Capital, Comando Vermelho, Weather Underground, Symbionese Liberation Army, "
        # Europe and the Caucasus
        "Provisional IRA, Real IRA, Irish Republican Army, Continuity IRA, INLA, Ulster Volunteer Force, UVF, Ulster "
        "Defence Association, UDA, Basque Homeland and Freedom, GRAPO, Red Brigades, Red Army Faction, Baader-Meinhof, "
        "Action Directe, November 17, Corsican National Liberation Front, FLNC, Grey Wolves, Kosovo Liberation Army, "
        "KLA, UCK, Right Sector, Caucasus Emirate, "
        # the Middle East
        "Hizballah, Hezbollah, Islamic Jihad, Palestinian Islamic Jihad, Popular Front for the Liberation of "
        "Palestine, PFLP, Al-Aqsa Martyrs Brigades, Al-Qassam Brigades, Black September, Abu Nidal Organization, "
        "Kurdistan Workers' Party, Kurdistan Workers Party, Peshmerga, Syrian Democratic Forces, SDF, Free Syrian "
        "Army, Jabhat al-Nusra, Nusra Front, Al-Nusra Front, Hayat Tahrir al-Sham, HTS, Ahrar al-Sham, Jaish "
        "al-Islam, Houthis, Houthi, Ansar Allah, Ansarullah, Kataib Hezbollah, Mahdi Army, Badr Organization, Popular "
        "Mobilization Forces, Ansar al-Islam, Jundallah, Islamic State group, "
        # Africa
        "Al-Shabaab, Lord's Resistance Army, LRA, Allied Democratic Forces, ADF, M23, FDLR, Interahamwe, CODECO, "
        "Mai-Mai, Rapid Support Forces, Janjaweed, Sudan Liberation Army, Justice and Equality Movement, Sudan "
        "People's Liberation Army, SPLA, Tigray People's Liberation Front, TPLF, Oromo Liberation Army, "
        "Eritrean People's Liberation Front, UNITA, Renamo, SWAPO, Umkhonto we Sizwe, Inkatha, Polisario, Polisario "
        "Front, Armed Islamic Group, GIA, Ansar Dine, JNIM, MNLA, Islamic State West Africa Province, ISWAP, Movement "
        "for the Emancipation of the Niger Delta, Revolutionary United Front, Seleka, Anti-Balaka, Ambazonia, "
        # Asia
        "Liberation Tigers of Tamil Eelam, Haqqani network, Lashkar-e-Taiba, Jaish-e-Mohammed, Lashkar-e-Jhangvi, "
        "Sipah-e-Sahaba, Hizbul Mujahideen, Tehrik-e-Taliban Pakistan, TTP, Balochistan Liberation Army, BLA, "
        "Naxalites, ULFA, United Liberation Front of Asom, NSCN, Khalistan Commando Force, Khmer Rouge, Karen "
        "National Union, Kachin Independence Army, Arakan Army, Shan State Army, Arakan Rohingya Salvation Army, "
        "People's Defence Force, New People's Army, NPA, Abu Sayyaf, Moro Islamic Liberation Front, MILF, Moro "
        "National Liberation Front, MNLF, Maute group, Jemaah Islamiyah, Free Aceh Movement, Free Papua Movement, "
        "Aum Shinrikyo, Japanese Red Army, East Turkestan Islamic Movement, Islamic Movement of Uzbekistan, Northern "
        "Alliance"
    ).split(",")
)
