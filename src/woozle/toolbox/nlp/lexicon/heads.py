"""Words that say what a name names, by where they stand in it; all casefolded."""

#: The last word (or the last before "of", "for"): a body.
BODY_HEADS = frozenset(
    (
        "academy board administration admiralty agency airlines airways alliance archive archives army assembly "
        "associates association authority bank bar battalion battery brigade brotherhood bundesbank bureau cabinet "
        "campaign cartel cathedral centre center chamber chancery charity choir circle club coalition coastguard "
        "college command commission commissariat committee commons communications community company confederation "
        "conference congress consortium constabulary consulate convention cooperative co-operative corp corporation "
        "corps council court courts customs department directorate division duma embassy enterprises exchange "
        "executive factory faculty federation ferries firm fleet force forces foundation front fund gang garrison "
        "gendarmerie government group guard guards guild guerrillas gymnasium headquarters holdings home hospital "
        "hotels inc inc. industries inspectorate institute institution intelligence international jihad junta "
        "knesset labs laboratory league legion legislature library line lines limited ltd ltd. llc lodge logistics "
        "lords mafia mandate marines media militia mills ministry mission motors movement museum navy network "
        "observatory office opposition orchestra order organisation organization parliament partners partnership "
        "party patrol pentagon plc police politburo press programme program project railways railway regiment "
        "registry resistance rights school schools secretariat seminary senate service services settlers shipping "
        "shipyard shipyards society soviet squad squadron staff state-department statistics stores syndicate synod "
        "systems taliban taskforce team technologies technology terminal terminals theatre theater toilers "
        "trade-union treasury tribunal troupe trust un union unions united university unit varsity volunteers watch "
        "wing workers works yard yards yeomanry youth corp. co. co gmbh ag sa nv mujahideen mujahedeen hezbollah fc "
        "f.c. bros. rovers wanderers athletic cabinet presidency rangers observer-mission wehrmacht luftwaffe ss "
        "kgb bundestag legislature electorate observers socialists democrats republicans conservatives liberals "
        "greens communists nationalists unionists tories"
    ).split()
)
#: Military and police units, which a number or ordinal may precede.
UNITS = frozenset(
    (
        "army battalion brigade division regiment corps fleet squadron company platoon battery legion airborne "
        "infantry artillery armored armoured mechanized mechanised motorized motorised guards marines cavalry "
        "signals wing group district circuit congress"
    ).split()
)
OUTLET_HEADS = frozenset(
    (
        "times post herald news tribune gazette courier journal chronicle telegraph mirror echo mail star observer "
        "guardian mercury bulletin dispatch examiner register sentinel inquirer enquirer radio tv television "
        "broadcasting broadcaster wire newswire newspaper newspapers magazine weekly daily review monitor standard "
        "argus advertiser independent reporter globe world today press-agency newsagency zeitung tageszeitung blatt "
        "anzeiger kurier pravda izvestia tribuna gazeta monde figaro nacion pais channel fm podcast blog messenger "
        "correspondent beacon clarion spectator economist evening-standard 24 tv24 agency-france "
        "ledger intelligencer statesman patriot packet gleaner expositor tagblatt tageblatt tagesspiegel volksblatt "
        "abendblatt abendzeitung wochenblatt morgenpost rundschau nachrichten allgemeine courant dagblad handelsblad "
        "nieuwsblad krant dagbladet aftonbladet aftenposten tidning tidningen tidende tidningar avis avisen avisa "
        "sanomat gazete gazetesi gazetta giornale corriere messaggero stampa repubblica diario periodico jornal folha "
        "correio noticias heraldo prensa vanguardia vedomosti novosti novine vjesnik dnevnik shimbun ilbo ribao"
    ).split()
)
#: An outlet only beside another sign: "World", "Star" and "Today" end many other names.
WEAK_OUTLET_HEADS = frozenset(
    (
        "post star world today review standard independent reporter globe monitor register observer guardian mirror "
        "mail journal mercury channel beacon press economist spectator broadcaster reporter messenger echo 24 "
        "correspondent broadcasting"
    ).split()
)
OUTLET_OPENERS = frozenset("radio tv channel telegram daily".split())
PLACE_HEADS = frozenset(
    (
        "airport archipelago avenue bay beach bluff boulevard bridge brook canal cape castle cathedral-square cay "
        "channel city cliffs coast county cove creek crossing dale dam desert district dock docks down downs "
        "emirate estuary falls farm fell field fields fjord flats ford forest fort gardens gate glacier glen gorge "
        "governorate green grove gulf harbour harbor haven head heath heights highlands hill hills hollow inlet "
        "island islands isle isles islets junction key kingdom knoll lagoon lake lakes land lane ledge loch "
        "lowlands marsh marshes meadow meadows mole moor mount mountain mountains narrows oasis oblast ocean park "
        "pass path peak peninsula pier plain plains plateau plaza point pond port prefecture province quarter quay "
        "range rapids reef region republic reservoir ridge river road rock rocks row sands sea shoal shore sound "
        "spring springs square state states station steppe strait straits strand street suburb summit swamp terrace "
        "territories territory tower town township triangle trail tunnel vale valley village volcano wadi wall ward "
        "waterfall wharf wood woods yard zone rd st. ave highway motorway house"
    ).split()
)
PLACE_OPENERS = frozenset(
    (
        "port mount lake cape fort saint st st. mt mt. ft ft. san santa santo são sao new north south east west "
        "northern southern eastern western central upper lower great little los las el rio sierra isla île ile isle "
        "gulf bay strait straits sea sound republic kingdom county river tell kfar beit deir umm wadi nizhny novy "
        "novaya stary bad puerto villa ciudad monte point quay pier route highway downtown old"
    ).split()
)
#: Openers of a place that name a body as easily, where a body's head ends the name.
OTHER_HEADS = frozenset(
    (
        "war wars battle treaty act agreement accord accords declaration constitution charter protocol convention "
        "award awards prize medal cup trophy championship championships tournament olympics games festival "
        "festivals day week month year days eve code bill law laws amendment resolution election elections "
        "referendum revolution uprising revolt rebellion coup massacre crisis plan deal summit operation offensive "
        "campaign dynasty era age century theory theorem syndrome disease virus fever flu language bible koran "
        "quran gospel testament communique communiqué report bulletin circular memorandum doctrine project "
        "programme sonata symphony concerto album song single film movie novel trilogy series show tour model mark "
        "class type edition"
    ).split()
)
OTHER_OPENERS = frozenset(
    (
        "operation battle treaty hurricane storm typhoon cyclone mv ms ss uss hms rms mt rv windows boeing airbus "
        "article chapter act situation communique communiqué bulletin resolution page table figure section part "
        "world-war project"
    ).split()
)
#: Vessels and the like: "the ferry X", "aboard the X".
VESSELS = frozenset(
    (
        "ferry ship boat frigate destroyer cruiser carrier submarine trawler tanker freighter yacht tug gig "
        "schooner barge liner cutter corvette gunboat lifeboat launch aboard vessel warship steamer spacecraft "
        "satellite locomotive"
    ).split()
)
#: Heads after which "of" goes on with the same name.
OF_HEADS = BODY_HEADS | frozenset(
    (
        "republic kingdom state states isle isles gulf bay sound strait straits sea cape port city county province "
        "district coast duchy emirate sultanate principality commonwealth people's church temple tower palace "
        "faculty board duke earl prince princess king queen battle treaty declaration war siege fall order ministry "
        "department inspector inspectorate house mount mountains valley island islands river bank lake territory "
        "region territories district"
    ).split()
)
FOR_HEADS = frozenset(
    (
        "committee council centre center campaign institute movement agency office association coalition "
        "organisation organization fund society alliance party front foundation department ministry secretary "
        "network commission union citizens doctors mothers"
    ).split()
)
ON_HEADS = frozenset("committee council commission conference panel convention institute center centre forum".split())
#: Heads that a number may follow as part of the name: "Channel 4", "Quay 9".
NUMBERED_HEADS = frozenset(
    (
        "channel radio quay route highway pier studio terminal gate camp area block zone district sector france "
        "formula windows division unit hut berth platform line tv sky sector station reactor mine shaft"
    ).split()
)
#: Plain nouns for bodies, places and outlets, as they stand in small letters beside a name.
BODY_NOUNS = frozenset(
    (
        "company group party firm union club operator startup militia charity manufacturer airline bank brigade "
        "battalion regiment organisation organization movement network subsidiary retailer contractor consortium "
        "coalition alliance faction gang cartel developer publisher think-tank band university college institute "
        "museum agency lobby maker supplier brand team guild association federation council committee"
    ).split()
)
PLACE_NOUNS = frozenset(
    (
        "town city village island islet port capital suburb hamlet settlement district province region county state "
        "municipality borough peninsula valley river lake bay harbour harbor coast beach mountain hill street road "
        "square airport base border country republic kingdom neighbourhood neighborhood quarter parish commune "
        "oblast prefecture governorate bridge forest sea strait cape resort outskirts peak crossing headland "
        "estuary fjord townland"
    ).split()
)
OUTLET_NOUNS = frozenset(
    (
        "newspaper paper daily weekly magazine broadcaster tabloid website site channel station newswire wire "
        "agency portal blog podcast outlet programme broadsheet periodical"
    ).split()
)
#: Words before "'s" or "s'" with which a body's name may begin.
OWNERS = frozenset(
    (
        "people women children king queen men teachers farmers writers doctors workers soldiers mothers lloyd "
        "sailors fishermen dockers shippers miners peoples girls boys youth players employers employees citizens "
        "seamen seafarers"
    ).split()
)
