/** Words that tell what a name is of. Lower case, own selection; a name outside them is judged by its company. */
const set = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))

/** Titles and roles that stand before a person's name. */
export const titleWords = set(
  'mr mrs ms miss dr sir dame lord lady prof professor president minister premier senator governor mayor mp king queen prince princess pope bishop archbishop cardinal imam rabbi reverend father sister justice judge magistrate chancellor secretary treasurer ambassador general colonel captain lieutenant sergeant major commander admiral inspector superintendent constable detective commissioner chief coach midfielder striker skipper defender goalkeeper director chairman chairwoman chair ceo spokesman spokeswoman spokesperson author actor actress singer scientist researcher economist analyst farmer barrister lawyer solicitor prosecutor controller coordinator student teacher principal doctor nurse officer manager leader founder owner deputy councillor congressman congresswoman representative chancellor vice-president co-author historian engineer pilot driver envoy chairperson treasurer attorney-general vice-chancellor oceanographer teenager carpenter grower resident volunteer patient sheriff marshal brigadier corporal private cabinet-secretary undersecretary warden ranger surgeon professor-emeritus pm candidate activist campaigner pensioner accountant boss correspondent reporter editor journalist co-founder trainer captain-coach vice-captain goalkeeper winger prop fullback quarterback pitcher batsman batter bowler jockey rider boxer swimmer runner sprinter cyclist golfer wrestler rapper musician comedian novelist poet painter photographer filmmaker model chef sheikh sultan emir ayatollah mullah rev revd hon sen rep gov gen col lt sgt capt cmdr maj adm supt det insp',
)

/** Courtesy titles alone. */
export const courtesyTitles = set('mr mrs ms miss dr sir dame lord lady prof professor')

/** Last words of the names of bodies. */
export const bodyWords = set(
  'orbital aerospace robotics logistics dynamics biotech pharma renewables analytics ventures partners properties minerals motorsport brewing breweries bakeries farms dairy foundry mills shipping ferries lines rail railways academy agency airlines airways alliance army assembly association authority bank board brigade bureau cabinet centre center chamber church circuit club coalition college commission committee company confederation conference congress consortium corporation council court department division economics enterprises federation force forces foundation front fund government group guard gallery holdings hospital house inc industries institute institution international kremlin laboratory league limited ltd ministry motors museum nations network news newspaper office opposition organisation organization parliament partners party police press republicans resources school senate service services society state studio studios survey team times treasury tribunal trust union university works palace zoo democrats greens labor labour liberals nationals airport rovers united wanderers lions tigers eagles bulldogs kites navy gazette herald post tribune guardian telegraph mail mirror journal weekly magazine radio television tv airline electric energy oil gas foods pharmaceuticals technologies technology systems solutions software entertainment records pictures communications telecom bancorp insurance superannuation library orchestra ballet opera taskforce squad unit battalion brigade regiment corps legion militia movement campaign initiative project sharks giants swans magpies hawks bombers demons saints dockers crows broncos storm raiders panthers roosters rabbitohs knights warriors cowboys titans dolphins wallabies matildas socceroos cubs bears bulls lakers celtics yankees dodgers arsenal chelsea albion athletic hotspur villa fc afc sc',
)

/** Last words of the names of places. */
export const placeWords = set(
  'avenue bay beach bridge cape cathedral coast creek desert district dam falls forest gulf harbour harbor heights highway hill hills island islands lake mount mountain mountains ocean park peninsula plains plateau port province range reef region ridge river road sea shire square station strait street territory town valley village woods zone mosque temple tower towers stadium arena plaza mall garden gardens lane drive crescent terrace parade boulevard city county creek headland point inlet sound channel cove reserve oval racecourse motorway freeway tunnel flat flats waters downs heads springs falls bend junction crossing ranges lagoon swamp basin delta volcano glacier canyon gorge',
)

/** Countries, states and well-known towns. */
export const places = set(
  'afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain bangladesh belarus belgium bolivia botswana brazil brunei bulgaria cambodia cameroon canada chad chile china colombia croatia cuba cyprus denmark ecuador egypt england eritrea estonia ethiopia europe fiji finland france gaza georgia germany ghana greece greenland guatemala haiti honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan kenya kiribati kuwait kyrgyzstan laos latvia lebanon liberia libya lithuania luxembourg madagascar malawi malaysia maldives mali malta mexico moldova mongolia montenegro morocco mozambique myanmar namibia nauru nepal netherlands nicaragua niger nigeria niue norway oman pakistan palau palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda samoa scotland senegal serbia singapore slovakia slovenia somalia spain sudan sweden switzerland syria taiwan tajikistan tanzania thailand tibet togo tonga tunisia turkey turkmenistan tuvalu uganda ukraine uruguay uzbekistan vanuatu venezuela vietnam wales yemen zambia zimbabwe africa asia antarctica america oceania pacific queensland victoria tasmania nsw act sydney melbourne brisbane perth adelaide hobart darwin canberra geelong newcastle wollongong cairns townsville ballarat bendigo dubbo bega cooma wagga alice auckland wellington christchurch london paris berlin rome madrid moscow kiev kyiv beijing shanghai tokyo seoul delhi mumbai jakarta bangkok hanoi manila dubai baghdad damascus aleppo beirut jerusalem tehran kabul cairo nairobi lagos johannesburg washington york angeles chicago houston boston texas california florida ottawa toronto vancouver montreal brussels geneva vienna prague warsaw athens istanbul ankara dublin edinburgh lisbon oslo stockholm copenhagen helsinki budapest hawaii bali suva apia honiara noumea dili bundaberg mackay rockhampton toowoomba launceston fremantle mildura shepparton albury tamworth bathurst broome kalgoorlie lismore gladstone minsk kharkiv odesa donetsk crimea chechnya kashmir punjab kerala kandahar mosul basra idlib homs gaza rafah ramallah haifa karachi lahore dhaka colombo kathmandu yangon phnom saigon taipei shenzhen wuhan guangzhou osaka kyoto hiroshima fukushima busan pyongyang ulaanbaatar tashkent tbilisi yerevan baku riyadh jeddah doha sanaa aden muscat amman tripoli tunis algiers rabat khartoum juba mogadishu kampala kigali kinshasa luanda lusaka harare maputo pretoria durban dakar accra abuja bamako niamey reykjavik belfast cardiff glasgow manchester liverpool birmingham leeds bristol oxford cambridge lyon marseille munich hamburg frankfurt cologne zurich basel milan naples venice florence turin barcelona seville valencia porto rotterdam amsterdam antwerp krakow kosovo bosnia montenegro macedonia catalonia scandinavia siberia bavaria sicily sardinia corsica crete alaska arizona arkansas colorado connecticut delaware idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee utah vermont virginia wisconsin wyoming alberta ontario quebec manitoba saskatchewan havana caracas bogota lima quito santiago montevideo brasilia tijuana seattle dallas denver detroit miami atlanta phoenix philadelphia baltimore moon earth mars venus jupiter saturn mercury neptune uranus  balkans caucasus sahara himalayas caribbean mediterranean atlantic arctic antarctic tuvalu yukon patagonia bougainville tokelau guam tahiti',
)

/** Adjectives and people of countries, regions and religions. */
export const nationalities = set(
  'aboriginal afghan african albanian algerian american arab argentine armenian asian australian austrian azerbaijani bangladeshi belgian bolivian brazilian british bulgarian burmese cambodian canadian chilean chinese colombian croatian cuban cypriot czech danish dutch egyptian english eritrean estonian ethiopian european fijian filipino finnish french georgian german ghanaian greek haitian hungarian icelandic indian indigenous indonesian iranian iraqi irish israeli italian jamaican japanese jordanian kenyan korean kurdish kuwaiti laotian latvian lebanese libyan lithuanian malaysian maltese maori mexican mongolian moroccan nepalese nigerian norwegian pakistani palestinian peruvian polish portuguese qatari romanian russian rwandan samoan saudi scottish serbian singaporean slovak somali spanish sudanese swedish swiss syrian taiwanese tamil thai tibetan tongan tunisian turkish ugandan ukrainian uzbek venezuelan vietnamese welsh yemeni zimbabwean aussie kiwi british-born icelander cambodian cantonese mandarin catalan basque flemish bosnian kosovar macedonian montenegrin moldovan belarusian latvian azeri kazakh kyrgyz tajik turkmen uighur uyghur rohingya punjabi kashmiri sinhalese nepali bhutanese balinese papuan tuvaluan ni-vanuatu micronesian melanesian polynesian tahitian hawaiian inuit cree omani emirati bahraini sahrawi moroccan ivorian senegalese malian gambian liberian congolese angolan zambian malawian mozambican namibian tanzanian somalian madagascan mauritian barbadian guyanese surinamese paraguayan uruguayan ecuadorian honduran nicaraguan guatemalan salvadoran panamanian puerto latino hispanic scandinavian nordic baltic slavic balkan caucasian siberian bavarian sicilian londoner parisian californian texan christian muslim jewish hindu buddhist catholic protestant sikh islamic sunni shia queenslander victorian tasmanian',
)

/** Given names, to tell people from bodies. */
export const givenNames = set(
  'aaron abdul adam ahmed aisha alan albert alex alexander alexandra alice alison allan amanda amelia amina amy ana andrea andrew angela anita ann anna anne annie anthony antonio arthur asha ashley barack barbara ben benjamin bernard beth bill bob boris brad brendan brenda brett brian bridget bruce cameron carl carla carlos carmen carol caroline catherine charles charlie charlotte chloe chris christian christina christine christopher claire clare claudia col colin connor craig daniel daniela darren david dean deborah denis dennis diana diane diego dmitry dominic don donald donna dorothy doug douglas dylan edward eileen elena elias elizabeth ella ellen emily emma eric erin ethan eva evan evelyn fatima felix fiona frances francis frank fred gabriel gareth gary gavin geoff george georgia gerald gina glen glenn gordon grace graham grant greg gregory hannah harold harry hassan heather heidi helen henry holly hugh hugo ian ibrahim imogen ingrid irene isaac isabella ivan jack jackie jacob jacqueline jade jaime jake james jan jane janet jason jean jed jennifer jenny jeremy jerry jess jessica jim jo joan joanna joe joel john jonathan jordan jose joseph josh joshua joyce juan judith judy julia julian julie justin karen karl kate katherine kathryn kathy katie keith kelly ken kenneth kerry kevin khalid kim kristen kyle lachlan lara larry laura lauren leah lee leo leon leonard lewis liam linda lisa liz louis louise lucas lucy luis luke lynn malcolm marcus margaret maria marie mario mark marko marnie martha martin mary mathew matt matthew maureen max megan mei melanie melissa michael michelle miguel mike mohamed mohammad mohammed molly monica muhammad nadia nancy narendra natalie natasha nathan neil nicholas nick nicola nicole nigel nina noah noel noor norman olga oliver olivia ollie omar oscar pablo pamela patricia patrick paul paula pauline pedro penny peter phil philip phillip phoebe priya rachel ralph raymond rebecca ricardo richard rick rita rob robert roberta robin rod rodney roger rohan ron ronald rosa rose ross roy russell ruth ryan sally sam samantha samuel sandra sara sarah scott sean sergei shane sharon shaun sharyn sheila shirley simon sofia sonia sophia sophie stan stella stephanie stephen steve steven stuart sue susan suzanne sylvia tanya tara ted teresa terry thelma theresa thomas tim timothy tina todd tom toni tony tracey tracy trevor tyson valerie vanessa veronica vicki victor victoria vincent virginia vladimir volodymyr walter wayne wei wendy will william xi yan yasmin yusuf zac zara zoe',
)

/** Days and months: capitalised, never names. */
export const calendar = set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december christmas easter ramadan',
)

/** Countries, states and towns of several words. */
export const longPlaces = set(
  'new_zealand new_york new_delhi new_jersey new_mexico new_hampshire new_orleans new_caledonia new_south_wales new_england papua_new_guinea united_states united_states_of_america united_kingdom united_arab_emirates great_britain northern_ireland south_korea north_korea south_africa south_sudan south_australia western_australia northern_territory north_carolina south_carolina north_dakota south_dakota west_virginia washington_dc hong_kong sri_lanka costa_rica puerto_rico el_salvador saudi_arabia sierra_leone burkina_faso ivory_coast cape_town cape_verde cape_york french_guiana french_polynesia equatorial_guinea east_timor timor-leste solomon_islands marshall_islands cook_islands norfolk_island christmas_island kangaroo_island kings_cross broken_hill alice_springs gold_coast sunshine_coast central_coast byron_bay coffs_harbour port_moresby port_vila port_augusta port_arthur mount_isa mount_everest los_angeles san_francisco san_diego las_vegas salt_lake_city kansas_city mexico_city vatican_city ho_chi_minh_city rio_de_janeiro sao_paulo buenos_aires tel_aviv west_bank gaza_strip red_sea black_sea dead_sea baltic_sea south_china_sea great_barrier_reef middle_east far_east latin_america north_america south_america central_america central_asia southeast_asia south-east_asia sub-saharan_africa soviet_union wall_street downing_street tiananmen_square nagorno-karabakh bosnia_and_herzegovina trinidad_and_tobago antigua_and_barbuda asia-pacific torres_strait bass_strait milky_way',
)

/** Short forms with the names that they stand for; a short form of a place is one. */
export const shortNames: ReadonlyMap<string, string> = new Map([
  ['US', 'United States'],
  ['U.S.', 'United States'],
  ['USA', 'United States'],
  ['U.S', 'United States'],
  ['UK', 'United Kingdom'],
  ['U.K.', 'United Kingdom'],
  ['UAE', 'United Arab Emirates'],
  ['NSW', 'New South Wales'],
  ['PNG', 'Papua New Guinea'],
  ['NZ', 'New Zealand'],
  ['DC', 'Washington'],
  ['ACT', 'Australian Capital Territory'],
  ['NT', 'Northern Territory'],
  ['USSR', 'Soviet Union'],
  ['UN', 'United Nations'],
  ['U.N.', 'United Nations'],
  ['EU', 'European Union'],
  ['WHO', 'World Health Organization'],
  ['IMF', 'International Monetary Fund'],
  ['RBA', 'Reserve Bank of Australia'],
  ['ABC', 'Australian Broadcasting Corporation'],
  ['BBC', 'British Broadcasting Corporation'],
])
/** Those of them that name bodies. */
export const shortBodies = set('UN U.N. EU WHO IMF RBA ABC BBC')

/** Bodies that are known by one word. */
export const bodies = set(
  'google facebook twitter apple amazon microsoft meta tesla netflix youtube instagram tiktok whatsapp uber airbnb spotify openai nvidia intel samsung huawei sony toyota volkswagen boeing airbus spacex nasa nato unicef unesco interpol europol opec taliban hamas hezbollah fatah houthis isis qantas jetstar telstra optus woolworths coles aldi westpac bunnings medibank bhp reuters bloomberg twitter congress parliament labor treasury crown kremlin pentagon greens nationals coalition liberals democrats republicans tories senate opposition greenpeace oxfam rovers wallabies matildas socceroos lions pfizer moderna astrazeneca walmart mcdonald starbucks nike adidas ikea',
)

/** Written in capitals and yet no names. */
export const capitalsNoNames = set(
  'I MP MPs CEO CEOs CFO GP GPs TV TVs DNA RNA HIV AIDS AI IT ID IDs PM AM GDP CO2 COVID UFO UFOs DVD SUV SUVs PhD OK CV VIP VIPs AGM IPO GST VAT CCTV GPS USB PC PCs LED EV EVs A-level HSC ATAR IQ PPE ICU ER IVF MRI PTSD ADHD LGBT LGBTQ BBQ FAQ Q A B C D X NB PS EST AEST AEDT GMT BST UTC AD BC CBD DIY QC KC AO AC OAM JP MBE OBE CBE UNLESS R&D Q&A II III IV',
)

/** Heads of bodies' names that "of" or "for" may follow: "Bureau of", "Institute for". */
export const ofHeads = set(
  'house bureau bank university institute ministry department republic kingdom bay gulf isle court college council board school church office academy association federation league society union chamber commission committee centre center company city state states province county district port faculty museum order army board minister duke prince princess house lords board bank party temple tower bridge battle war treaty day declaration bill game games strait cape sea hall ministry federation confederation organisation organization commonwealth statue palace journal guild club bank museum friends sons daughters',
)
export const forHeads = set(
  'institute centre center council foundation campaign office department ministry agency society alliance coalition committee commission party fund association group network movement organisation organization school friends doctors citizens union court',
)

/** Last words of events, and of laws, prizes and works. */
export const eventWords = set(
  'olympics paralympics games cup championship championships open festival war day week summit marathon derby grand-prix prix eurovision final festival expo carnival show convention accord accords revolution uprising massacre holocaust ashes',
)
export const otherWords = set('act bill code treaty charter constitution prize award awards medal agreement protocol')

/** Nouns that say what the name beside them is of. */
export const workNouns = set(
  'journal book film movie song album newspaper magazine series novel show play podcast musical opera poem painting',
)
export const placeNouns = set(
  'town village city suburb state island district province region country valley port capital river lake hamlet settlement area coast county territory peninsula neighbourhood mountain beach municipality shire township atoll borough nation republic',
)
export const bodyNouns = set(
  'firm company group site chain charity union bank agency team club regulator network retailer supermarket supplier developer operator startup start-up insurer lender airline broadcaster publisher party militia foundation university school hospital think-tank business brand maker manufacturer consultancy provider giant website app platform service council thinktank organisation organization outlet newspaper rival side association alliance coalition owner producer miner carmaker grocer movement band lobby watchdog',
)
/** What a body has and a person does not: "Tarlo Civil director", "FreshWay spokesman". */
export const bodyPosts = set(
  'director spokesman spokeswoman spokesperson coach boss chief executive ceo chairman chairwoman chair captain president secretary officer manager founder owner economist analyst researcher supporters fans players shareholders customers employees workers staff members shares board headquarters forward defender midfielder striker skipper goalkeeper',
)
/** What a place has: "Tarvia's president", "Brenica residents". */
export const placeHas = set(
  'capital government president king queen parliament army military border territory coast north south east west population residents people forces troops economy region city valley suburb province streets northeast northwest southeast southwest mayor police navy constitution independence outskirts centre',
)
/** Relatives: "his brother Emre". */
export const kinNouns = set(
  'brother sister wife husband son daughter mother father cousin uncle aunt friend partner nephew niece grandson granddaughter grandfather grandmother boyfriend girlfriend colleague client twin',
)
