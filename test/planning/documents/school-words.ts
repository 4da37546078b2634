/*
 * Words beside the 3,000 that every ten-year-old knows, which whoever reads a paper of a British school knows too. A word that
 * is not here, not in the glossary and not one of the school's own does not go into a document: another one will do.
 */

/** Of schools, and of those who work in them. */
const SCHOOL = `
  achieve achievement achievements attendance criteria criterion curriculum department departments development disabilities education educational
  enrolment exam exams governors headteacher inclusion leadership lessons literacy maths needs objective objectives pastoral pupil pupils rota safeguarding
  secondary senior site special staff subject subjects syllabus teaching timetable timetables trust trusts
`;

/** Of money, and of papers that are read at meetings. */
const PAPERS = `
  agenda agreed agreement agreements allocated amount amounts annex annexes annual appendix approval approve approved approves assumption assumptions average backlog budget budgets
  cc claim claimed column columns committee compare compared comparison condition conditions context contract contracts core cost costs covered decision decisions
  decline declined deferred delegated document documents earliest estimate estimated excess finance forecast forecasts fund funded funding funds gap gaps
  governing inflation insurance invoice item items latest likely log maximum minimum net outcome outcomes overall overdue overspend paper pence per percent
  planned policy postponed practice previous price priced prices pro probable probably procurement programme progress project projects proposal published
  purchase purchased purchases recommended reference refund register remainder reply replies request requests renewal renewals required requirement requirements reserve reserves response
  responsible revenue review reviewed risk risks role roles saving savings scenario scenarios schedule schedules scheme spend standard standards strategy
  success summary summaries sum sums supplier suppliers target targets total totals unpriced unspent usual usually vat version versions year’s years’
`;

/** Of those who keep the books and the register, in the files that are made for them. */
const TRADE = `
  allocation allocations allocate allocated attached booked certificate certificates code codes depreciation entries formula formulas gross imported ledger ledgers
  merged minus nought outturn row rows serial sheet sheets tag tags unallocated unfunded virement virements wiped
`;

/** Of kit that everybody has seen, and of what is done with it. */
const KIT = `
  access accounts adapter app apps asset assets asset’s audio battery batteries breakages cable cables camera cameras central compatible computer computers
  connectivity consumables copier copiers data desktop desktops device devices digital display displays disposal disposals disposed electricity email
  equipment expired expires extended hardware headphones install installation installed interactive internet kit laptop laptops licence licences licensed maintain
  maintained maintenance maker makers maker’s memory mobile model models model’s monitor monitors network networks offline online onsite operating panel panels
  password passwords printing projector projectors recycled refresh reminder reminders renew renewed renews repair repaired repairs replace replaced replacement
  replacements replaces replacing resource resources retire retired screen screens secure security software storage stored supply support supported supports
  system systems system’s tablet tablets technical technology trolley trolleys typed unit units update updated updates usable visualiser visualisers warranties
  warranty website wireless workbook
`;

/** Short forms and small words that a list of easy words leaves out. */
const SMALL = `
  above adds aim aims already although among arrive arrives as-at assessment available balance beforehand below beside besides bracket brackets briefing calculated
  capacity category chart charts chosen complete confirmed consider contains continue current currently decide decided decides definite depends describe detail details
  differ difference differences different directly due during effect effects either ensure entered entry evidence exact exactly except expect expected extra factor
  figure figures final following follows format furthest harmful highest impact include included includes including increase increases individual initial instead
  intruders key largest later latter least less limit limits lowest main major majority maximum mention method minor moreover necessary normally occurs
  option options original otherwise output overview partly period periods person place plural possible previously priority priorities process provide provided
  quarter rather reason reasons reduce reduced regular remain remaining remains remote requested result results section sections series several shorter shown
  similar simple single situation smaller source sources specific spread stage standing start state stated strict strictly status step steps summer table tables taken temporary
  term terms therefore though timescale traffic trial twelfths twice twelve unable uncertain undecided unless until unused upgrade upgraded upgrades various
  via volume wanted weekly whatever whenever whether whichever whoever whole whose workaround worth yearly
  jan feb mar apr jun jul aug sep sept oct nov dec attackers
`;

/** What files and programs are called. */
const NAMES = 'excel ict powerpoint pdf csv word dfe dfe’s xlsx kitplan england wales scotland ireland northern uk january february march april may june july august september october november december autumn easter christmas spring';

export const SCHOOL_WORDS: ReadonlySet<string> = new Set([SCHOOL, PAPERS, TRADE, KIT, SMALL, NAMES].flatMap((words) => words.trim().split(/\s+/u)));
