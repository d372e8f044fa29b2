"""Kinds of nouns that tell a deed from a figure of speech: people, forces, vehicles, places, papers."""

#: Who is counted when people come to harm, leave or gather.
PEOPLE = frozenset(
    "hostage prisoner captive detainee victim "
    "people person man woman child resident family civilian refugee villager inhabitant population student worker "
    "peasant farmer citizen passenger tourist girl boy individual local employee miner teacher thousand hundred".split()
)
#: Who bears arms.
FORCES = frozenset(
    "troop force soldier army guerrilla guerilla rebel fighter unit battalion brigade patrol militia insurgent column "
    "commando gunman terrorist police policeman paratrooper guard marine regiment squad subversive extremist militant "
    "paramilitary tank contra sniper attacker assailant hitman division detachment hooded-man mercenary".split()
)
#: Only those who bear arms by office or against it, and are fought rather than attacked: for the kind of a fight.
FIGHTERS = frozenset(
    "troop soldier guerrilla guerilla rebel fighter insurgent militiaman patrol battalion column contra subversive "
    "terrorist extremist combatant militant".split()
)
#: Who speaks or acts by office.
AUTHORITIES = frozenset(
    "police government army military ministry minister president court judge authority prosecutor official attorney "
    "investigator spokesman spokeswoman spokesperson commander general colonel captain major lieutenant governor mayor "
    "intelligence security das brigade battalion officer chief headquarters tribunal das directorate department "
    "force commission".split()
)
#: What moves and may come to harm by itself.
VEHICLES = frozenset(
    "plane aircraft airplane helicopter bus train ship boat ferry car truck vessel tanker airliner jet tram lorry van "
    "submarine freighter trawler minibus vehicle satellite balloon".split()
)
#: What is taken and held.
GROUND = frozenset(
    "town city village hill post base bridge building embassy territory area position garrison airport province "
    "island office radio station headquarters barracks road highway port district region land farm church university "
    "school cathedral hospital settlement checkpoint outpost capital factory ranch".split()
)
#: What somebody does it with, beside what blows up.
WEAPONS = frozenset(
    "rifle gun pistol submachinegun machinegun machete knife revolver firearm weapon gunfire machine-gun fire stone "
    "helicopter plane aircraft tank bullet shot".split()
)
#: What may be released without anybody going free.
PAPERS = frozenset(
    "statement communique report document text video figure result film book information list letter photograph tape "
    "data fund money detail pamphlet record name prisoner-list recording water gas".split()
)
#: What agreements are called.
PACTS = frozenset(
    "agreement accord treaty truce ceasefire cease-fire pact armistice deal protocol memorandum convention".split()
)
#: Verbs with which an agreement comes about.
REACHES = frozenset("sign reach conclude announce ratify agree enter make initial seal break violate".split())
#: Words for times, which stand where those who act do: "yesterday's attack", "the May attacks".
TIMES = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday yesterday today tomorrow night week month year day weekend morning afternoon "
    "evening summer winter spring autumn fall tonight hour dawn noon midnight dusk gunpoint knifepoint".split()
)
#: Pronouns and other words that name nobody.
NOBODY = frozenset(
    "he she it they who which that him her them i we you us this these those one some others other all both each "
    "anyone someone nobody nothing none something ones "
    "himself themselves itself what whom everyone another many several his her its their "
    "our my your whose".split()
)
