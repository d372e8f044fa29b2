"""Titles that stand before a person's name, and nouns for persons by what they are or do."""

#: Titles, small letters, without full stop. Those of one word and of several; all may follow a modifier.
TITLES = frozenset(
    (
        "mr mrs ms miss mx sir dame lord lady dr prof professor doctor president premier chancellor chairman "
        "chairwoman chairperson king queen prince princess emperor empress tsar czar sultan duke duchess baron "
        "baroness count countess emir emira shah general gen colonel col lieutenant lt major maj captain capt "
        "sergeant sgt corporal cpl private pvt admiral adm commander cmdr commodore brigadier brig marshal ensign "
        "midshipman constable inspector superintendent detective sheriff judge justice senator sen representative "
        "rep congressman congresswoman deputy governor gov mayor ambassador consul envoy secretary minister "
        "reverend rev father fr mother sister brother bishop archbishop cardinal pope patriarch rabbi imam sheikh "
        "shaikh sheik mullah mufti maulana hajji ayatollah pastor deacon canon saint st monsieur madame monsignor "
        "herr frau senor senora don dona comrade councillor councilor alderman alderwoman mp msp mep pc det supt "
        "insp hon chief director coach skipper pilot attorney prosecutor coroner magistrate registrar warden "
        "marshall speaker attorney-general harbourmaster coxswain bosun under-secretary undersecretary "
        "vice-president vice-chairman vice-premier co-chair ex-president ex-minister lieutenant-general "
        "major-general lieutenant-colonel secretary-general governor-general commander-in-chief editor-in-chief "
        "sub-lieutenant nurse sergeant-major first-lieutenant comptroller ombudsman spokesman spokeswoman "
        "spokesperson"
    ).split()
)
#: Words that go before or between titles: "Deputy Prime Minister", "Acting Harbour Master".
MODIFIERS = frozenset(
    (
        "deputy vice acting former interim first second chief prime foreign defence defense interior finance health "
        "justice transport education home trade energy economy culture labour labor environment agriculture "
        "fisheries police fire harbour harbor port attorney state lord master sub lieutenant air rear field staff "
        "assistant associate under grand crown right honourable honorable honorary retired senior junior general "
        "squadron wing group flight lance petty warrant officer secretary of army navy naval marine union "
        "opposition city district regional provincial executive club branch town"
    ).split()
)
#: Title words that also name ships, streets and bodies when they open a longer name.
WEAK_TITLES = frozenset(
    (
        "lady lord king queen prince princess general captain saint st president father mother sister brother sir "
        "director chief private count duke major marshal don justice police state home general crown"
    ).split()
)
#: Nouns for a person, as they stand in small letters before or behind a name.
ROLES = frozenset(
    (
        "receptionist pathologist undertaker chemist biologist geologist physicist sociologist psychologist "
        "psychiatrist archaeologist anthropologist veterinarian vet pharmacist radiologist orderly janitor concierge "
        "porter usher steward stewardess purser deckhand stoker welder carpenter plumber electrician mason bricklayer "
        "roofer locksmith blacksmith tailor seamstress cobbler barber hairdresser butcher grocer fishmonger florist "
        "brewer shepherd herdsman beekeeper gamekeeper gardener forester ranger logger trapper courier postman "
        "dispatcher cashier accountant auditor bookkeeper broker trader dealer auctioneer notary solicitor bailiff "
        "stenographer translator interpreter illustrator cartoonist playwright composer conductor violinist cellist "
        "pianist drummer guitarist singer soprano tenor dancer choreographer jockey boxer wrestler sprinter swimmer "
        "cyclist goalkeeper striker defender midfielder winger defendant plaintiff claimant juror treasurer caretaker "
        "bystander motorist pedestrian picker docker longshoreman stevedore boatman ferryman lockkeeper "
        "signalman linesman surveyor planner curator archivist sexton verger abbess abbot monk nun hermit squatter "
        "spokesman spokeswoman spokesperson president minister premier chancellor king queen prince princess "
        "governor mayor deputy senator lawmaker congressman congresswoman politician diplomat ambassador envoy "
        "consul secretary chairman chairwoman chair chairperson director manager head chief boss leader founder "
        "co-founder owner executive editor reporter correspondent journalist columnist writer author poet novelist "
        "photographer cameraman producer host presenter broadcaster anchor blogger activist campaigner organiser "
        "organizer analyst expert researcher scientist professor lecturer historian economist teacher headteacher "
        "headmaster student pupil doctor surgeon nurse medic paramedic midwife lawyer attorney counsel barrister "
        "solicitor judge prosecutor magistrate coroner officer official commander colonel general major captain "
        "lieutenant sergeant corporal private admiral commodore soldier fighter sailor marine pilot veteran officer "
        "policeman policewoman constable detective inspector sheriff guard warden fireman firefighter engineer "
        "technician mechanic electrician worker docker driver farmer fisherman fisher skipper coxswain helmsman "
        "mate boatswain stroke rower clerk cashier baker butcher cook chef waiter waitress bartender innkeeper "
        "hotelier shopkeeper trader merchant businessman businesswoman entrepreneur banker broker accountant "
        "auditor treasurer actor actress singer musician composer conductor painter sculptor artist dancer comedian "
        "director filmmaker player striker goalkeeper midfielder defender coach trainer captain referee athlete "
        "champion priest pastor bishop archbishop cardinal pope imam cleric rabbi monk nun vicar reverend sheikh "
        "man woman boy girl resident villager neighbour neighbor witness survivor victim suspect defendant prisoner "
        "hostage refugee migrant father mother brother sister son daughter husband wife widow widower uncle aunt "
        "cousin nephew niece grandfather grandmother grandson granddaughter friend colleague partner fiancé fiance "
        "girlfriend boyfriend rival successor predecessor aide adviser advisor assistant counsellor councillor "
        "councilor member candidate nominee delegate representative commissioner superintendent ombudsman regulator "
        "negotiator mediator interpreter translator librarian curator archivist architect designer developer "
        "programmer hacker militant insurgent rebel warlord dictator tsar emperor sultan emir duke baron "
        "harbourmaster master steward porter caretaker janitor gardener carpenter plumber pensioner retiree caller "
        "listener viewer passenger tourist hunter shepherd keeper lighthouse-keeper crewman deckhand diver "
        "volunteer coordinator co-ordinator"
    ).split()
)
#: Many persons, by what they are: never a name, though a capital stands there at the start of a sentence.
CROWDS = frozenset(
    (
        "officials authorities police residents witnesses soldiers troops forces rebels militants insurgents "
        "protesters demonstrators rescuers medics doctors nurses teachers students workers dockers farmers "
        "fishermen sailors survivors victims relatives families friends neighbours neighbors lawyers prosecutors "
        "judges investigators detectives inspectors experts analysts economists scientists researchers activists "
        "campaigners critics supporters opponents lawmakers senators ministers deputies diplomats envoys sources "
        "people men women children villagers citizens civilians refugees migrants prisoners hostages passengers "
        "tourists journalists reporters editors readers viewers callers traders shopkeepers businesses companies "
        "banks unions members leaders commanders officers guards crews crew firefighters volunteers veterans "
        "pensioners voters candidates parents mothers fathers locals islanders others aides advisers rivals allies "
        "government army navy parliament military council ministry company union court opposition staff management "
        "media press hospital hospitals schools ships boats vessels planes drones missiles rockets shells "
        "photographs pictures footage video images records documents figures reports rumours rumors results polls "
        "prices shares exports imports talks services"
    ).split()
)
