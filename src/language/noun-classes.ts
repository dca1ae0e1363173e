/** What sort of thing a common noun names, as far as rules and word conditions ask. */
export type NounClass =
  | 'person'
  | 'body'
  | 'animal'
  | 'force'
  | 'place'
  | 'money'
  | 'time'
  | 'vehicle'
  | 'document'
  | 'event'

const lists: Readonly<Record<NounClass, string>> = {
  person:
    'person people man woman child boy girl baby teenager adult parent mother father son daughter brother sister wife husband partner family relative friend neighbour resident citizen voter worker employee employer boss manager owner tenant landlord farmer fisherman teacher student pupil principal professor doctor nurse patient surgeon paramedic carer scientist researcher expert analyst economist engineer driver passenger pilot sailor captain crew rider cyclist pedestrian officer police policeman soldier guard firefighter volunteer lawyer solicitor barrister judge magistrate prosecutor victim witness suspect prisoner offender criminal attacker gunman thief killer leader president minister premier mayor governor senator politician lawmaker mp candidate councillor spokesman spokeswoman spokesperson ambassador diplomat official adviser king queen prince princess pope bishop priest imam player coach captain athlete runner swimmer fan supporter winner champion artist actor actress singer musician writer author journalist reporter editor director producer guest visitor tourist traveller migrant refugee customer shopper consumer buyer seller trader investor shareholder member activist protester campaigner critic opponent rival ally colleague elder chief crowd public community group team staff youth twin widow survivor hostage rebel militant fighter troop civilian commander general pensioner retiree commuter homeowner renter builder electrician plumber chef cook waiter shopkeeper hunter ranger lifeguard captain child bystander investigator lawmaker mob mother operator scientist rescuer researcher troop commissioner treasurer inspector detective coroner ombudsman chairman chairwoman chairperson secretary envoy negotiator delegate monarch auditor accountant banker architect designer builder developer paramedic midwife dentist vet pharmacist psychologist psychiatrist therapist counsellor technician mechanic carpenter miner logger shearer grazier fisher diver skipper jockey trainer umpire referee batter bowler striker keeper defender midfielder goalkeeper cricketer footballer golfer boxer surfer skater climber hiker walker camper bushwalker swimmer lifesaver protester demonstrator rioter looter smuggler trafficker hacker scammer fraudster burglar robber vandal arsonist kidnapper terrorist extremist insurgent separatist mercenary spy informant whistleblower complainant plaintiff defendant accused juror bailiff warden jailer inmate detainee convict parolee asylum-seeker evacuee orphan toddler infant newborn grandmother grandfather aunt uncle cousin nephew niece mate boyfriend girlfriend fiance bride groom herder clerk',
  body: 'government parliament council court committee commission department ministry agency office authority police army navy force military company business firm bank corporation industry union party opposition coalition cabinet senate congress house school university college hospital clinic church charity organisation association federation league club team board panel regulator tribunal inquiry jury watchdog service institute institution foundation museum network newspaper station broadcaster airline airport shop store supermarket retailer operator provider supplier developer manufacturer maker state nation country city town village region embassy mission body group alliance bloc side regime administration kremlin tribunal fund insurer landholder consortium cooperative association club department gang inquiry senate staff warship unit brigade squad battalion coalition cartel syndicate publisher bank lender insurer miner carmaker retailer chain franchise startup subsidiary parent giant developer utility carrier operator regulator authority secretariat directorate bureau embassy consulate delegation task-force taskforce faculty academy society trust council assembly legislature judiciary',
  animal:
    'animal dog cat horse cow bull sheep pig goat bird fish shark whale dolphin snake spider mouse rat kangaroo koala wombat possum dingo emu crocodile bear wolf fox lion tiger elephant monkey insect bee ant mosquito fly turtle frog duck chicken cattle herd flock penguin seal octopus crab jellyfish bat deer rabbit',
  force:
    'storm cyclone hurricane typhoon tornado wind rain flood flooding fire bushfire wildfire blaze lightning hail snow heat heatwave drought earthquake quake tsunami wave tide landslide avalanche eruption volcano explosion blast bomb missile drone rocket bullet virus bacteria disease illness infection cancer pandemic outbreak crash collision war attack strike recession inflation pressure shortage demand power failure fault error frost cold fog smoke ash pollution erosion',
  place:
    'place area region zone district suburb town city village country state nation island coast beach river lake sea ocean mountain hill valley forest park farm field road street bridge building house home hospital school office station airport port site camp centre shop hotel court prison jail church museum stadium ground border capital',
  money:
    'money cash dollar cent pound euro yen million billion trillion fund funding pay wage salary income price cost fee fine tax debt loan rent profit loss revenue budget grant payment donation savings investment',
  time: 'time second minute hour day night morning afternoon evening noon midnight week weekend fortnight month year decade century season summer winter autumn spring moment period monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december today tomorrow yesterday',
  vehicle:
    'car truck bus train tram plane aircraft jet helicopter ship boat ferry yacht bike bicycle motorbike motorcycle scooter ambulance van taxi vehicle ute tractor submarine tanker spacecraft rocket satellite',
  document:
    'report study survey poll paper letter statement email document plan bill law act rule agreement contract deal treaty book article story review record file list map law submission petition complaint warrant notice',
  event:
    'event meeting talk conference summit election vote poll campaign debate game match race final tournament season festival concert show ceremony funeral wedding party protest rally march strike war battle attack fight crash accident incident fire flood storm earthquake trial hearing inquiry search operation visit trip tour launch',
}

const classes: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(lists).map(([name, words]) => [name, new Set(words.split(' '))]),
)

/** Whether a lemma names a thing of the class; false for a class that is not there. */
export function isOfClass(lemma: string, name: string): boolean {
  return classes.get(name)?.has(lemma.toLowerCase()) ?? false
}

/** Whether the thing a common noun names can do something by itself: people, bodies, animals. */
export function canAct(lemma: string): boolean {
  return isOfClass(lemma, 'person') || isOfClass(lemma, 'body') || isOfClass(lemma, 'animal')
}
