/**
 * Nouns that news uses for one and the same thing, so that "the vessel" is known where a ferry was told of. The first of a row
 * is not better than the others; a noun may stand in several rows.
 */
const rows: readonly string[] = [
  'company firm business group corporation maker manufacturer operator developer provider supplier retailer chain giant start-up startup lender insurer bank builder producer airline broadcaster publisher brewer miner carmaker steelmaker',
  'fire blaze bushfire wildfire inferno',
  'law bill legislation act measure reform rule change ban code',
  'ship ferry boat vessel craft yacht tanker trawler liner',
  'car vehicle truck van bus ute lorry taxi sedan coach',
  'plane aircraft jet flight helicopter airliner drone',
  'spacecraft probe lander rover rocket satellite craft capsule telescope mission',
  'deal agreement accord pact treaty truce cease-fire ceasefire contract settlement',
  'study research paper survey report review analysis trial finding',
  'inquiry commission investigation review report finding',
  'hospital ward clinic centre',
  'school college university academy campus',
  'murder killing death attack shooting stabbing crime',
  'attack bombing strike assault raid blast explosion shelling shooting',
  'crash collision accident incident disaster',
  'match game final test tie contest fixture series tournament race',
  'team club side squad',
  'storm cyclone hurricane typhoon tornado',
  'quake earthquake tremor',
  'flood flooding water river deluge',
  'talk meeting negotiation summit conference session hearing discussion',
  'strike walkout stoppage protest action industrial',
  'protest rally march demonstration unrest',
  'election vote poll ballot referendum campaign',
  'money fund cash grant payment sum amount aid funding',
  'offer bid proposal plan scheme program project',
  'house home property flat apartment building unit',
  'road highway motorway street bridge',
  'mine pit colliery shaft',
  'factory plant mill works steelworks smelter',
  'animal species frog bird fish creature',
  'virus disease outbreak illness infection fever measles epidemic pandemic',
  'drug medicine vaccine treatment jab shot dose',
  'child kid pupil student boy girl teenager youth',
  'boy child teenager son youngster youth',
  'girl child teenager daughter youngster youth',
  'man driver suspect victim accused defendant resident father husband worker farmer gunman attacker',
  'woman driver suspect victim accused defendant resident mother wife worker nurse',
  'couple pair husband wife parent',
  'suspect man woman accused attacker gunman offender',
  'accused man woman suspect defendant',
  'defendant man woman accused',
  'worker employee staff workforce job nurse teacher miner',
  'soldier troop army force fighter',
  'police officer detective investigator',
  'scientist researcher team expert author professor',
  'researcher scientist team author',
  'author researcher scientist writer',
  'president leader minister premier',
  'minister secretary politician',
  'politician mp lawmaker senator councillor',
  'town city village suburb place community',
  'country nation state government',
  'island atoll islet',
  'price cost rate rent fee levy tariff bill',
  'rate interest inflation price',
  'tax levy duty charge',
  'win victory triumph success',
  'defeat loss',
  'film movie documentary drama',
  'painting picture portrait artwork work',
  'book novel memoir',
  'prize award medal trophy',
  'goal point run try score',
  'refugee migrant asylum-seeker seeker arrival',
  'customer shopper consumer client user',
  'hacker attacker criminal gang thief',
  'thief gang burglar robber man',
  'people resident person victim',
  'resident people villager local householder',
  'dead death victim body die kill killing murder',
  'injured injury wounded wound casualty hurt injure',
  'court judge tribunal trial case',
  'judge court magistrate',
  'trial case court hearing',
  'prison jail custody sentence',
  'decision ruling verdict judgment',
  'camp site shelter',
  'temperature heat heatwave record',
  'rain rainfall storm downpour',
  'dam reservoir lake levee',
  'data information record file',
  'website site platform app',
  'app platform website service',
  'phone device mobile smartphone',
  'figure number statistic data total',
]

const kin: ReadonlyMap<string, ReadonlySet<string>> = kindredOf(rows)

function kindredOf(lines: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const line of lines) {
    const words = line.split(' ')
    for (const word of words) {
      const own = found.get(word) ?? new Set<string>()
      for (const other of words) own.add(other)
      found.set(word, own)
    }
  }
  return found
}

/** Whether two noun lemmas may name one thing: the same word, a kindred one ("vessel", "ferry"), or a longer form ("bushfire", "fire"). */
export function mayBeSame(noun: string, other: string): boolean {
  if (noun === other) return true
  if (kin.get(noun)?.has(other) === true) return true
  return noun.length > 3 && other.length > noun.length + 1 && (other.endsWith(noun) || other.endsWith(`-${noun}`))
}
