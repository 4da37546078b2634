import type { OwnQuestion } from '../facts.ts';
import type { ConversationRole, TalkDirection } from '../vocabulary.ts';

/**
 * Good questions for each kind of person, both ways round: what they need to do, and what ICT could do for them. They ask
 * after the work and not after kit, and name no product: who is asked for a device answers with a device.
 */
export const GUIDE: Readonly<Record<ConversationRole, Readonly<Record<TalkDirection, readonly string[]>>>> = {
  subject_lead: {
    need: [
      'What will pupils do in your subject next year that they do not do now: a new course, a new specification, a new kind of assessed work?',
      'Which lessons do you plan around the kit, rather than the other way round?',
      'Which software must run, in which rooms, with how many pupils at once? What does the exam board say it needs?',
      'Which work has to be done in school, because home devices cannot do it or it is assessed?',
      'How often can you not book what you need? What do you teach instead?',
      'How long does a lesson wait for kit to start, sign in and be shared out?',
      'What do new colleagues find hard to use, and who shows them?',
      'If one thing had to stop, what would your lessons miss least?',
    ],
    offer: [
      'This is what is due for replacement in your rooms and when. Is that the right time of year for your course?',
      'A room of yours could be shared with another subject in a better room. What would have to stay?',
      'Pupils could carry on at home with what they began in school. Which work would that help?',
      'Marking and feedback could be on screen. Which pieces of work would you try it with first?',
      'We could lend a set for half a term before anybody buys. What would show you that it was worth it?',
      'An hour of training can be put into a department meeting. What should it be about?',
    ],
  },
  senco: {
    need: [
      'Which pupils have exam access arrangements this year and next, and what do they use: a word processor, a reading pen, a reader, speech to text?',
      'Is what they use in exams what they use every day in lessons?',
      'Which aids stay in a cupboard, and why: not charged, not enough of them, nobody knows how?',
      'Where do plans for single pupils (EHCPs) name equipment, who bought it, and whose is it when the pupil leaves?',
      'Where can a pupil not see the board, hear the teacher or reach the desk, and what would change that?',
      'Which pages and programs does the filter stop that your pupils need?',
      'How do teachers get to know which pupil needs which aid?',
      'What must work on the first day of Year 7 for pupils who are coming to us?',
    ],
    offer: [
      'Every school device can read a page aloud and take dictation. Who would gain if it were set up for all?',
      'Reading pens that exams allow can be kept charged in one place and signed out. How many at one time?',
      'Coloured backgrounds and larger print can follow a pupil from device to device. Who should have it?',
      'Captions can be shown for what a teacher says. In which classes would you try it?',
      'A device of their own can be lent to a pupil for a year. Who decides, and how is it reviewed?',
    ],
  },
  pastoral: {
    need: [
      'What do you write down about a pupil in a day, where, and how often twice?',
      'What must you see within minutes, such as who is not in, and what can wait?',
      'Where do tutors and heads of year lose time on ICT: registers, messages home, detentions, reports?',
      'How do you learn what a pupil meets online, and what do you do then?',
      'Which pupils have nothing to work on at home, and how do we find out?',
      'What do you need away from your desk: at the gate, on a trip, in a meeting with a parent?',
    ],
    offer: [
      'Attendance and behaviour could be on one page for a tutor group. What must be on it, and what must not?',
      'Messages to parents could be sent and answered in one place. Which ones first?',
      'A few devices can be kept for pupils who work outside lessons. Who would look after them?',
      'Pupils could report a worry from any school device. Who reads it, and when?',
    ],
  },
  exams_officer: {
    need: [
      'How many candidates write on a word processor in each series, in which rooms, and is that growing?',
      'How are their accounts made: no spelling check, no internet, no earlier work, and who checks on the day?',
      'Where do candidates’ files go, who can open the folder, and how do they reach the board?',
      'What do the regulations of the JCQ and the boards ask of the rooms, the clock, the storage and the printing?',
      'Which assessments are on screen, and what do the boards say that devices and network must have?',
      'What happens if a device, a printer or the network fails in an exam, and when was that last tried?',
      'In which weeks may nothing be changed, moved or updated?',
      'What do you print, how much of it, and where is it locked away?',
    ],
    offer: [
      'Exam accounts can be made from your list and wiped after each paper. What should the list say?',
      'A set of laptops can be kept for exams only in the summer. How many, and from which week?',
      'A secure folder for each series, opened to you and one other, with a copy made each night: who is the other?',
      'Exam rooms can be tried out a month before, with every device and the printer. Which day?',
      'Battery, spare charger and spare device for each room: what is the shortest list that would do?',
    ],
  },
  data_manager: {
    need: [
      'Which days of the year must the management information system (MIS) not be slow or down: the census, reports, results, options, timetable?',
      'What do you type or load twice, and from where to where?',
      'Which loads fail or run at night, and how do you learn that they did?',
      'Who asks you for figures that they could look up themselves?',
      'Which programs get pupils’ data from the MIS, and who agreed to that?',
      'What happens on the day a pupil or a member of staff joins or leaves, and what is forgotten?',
      'How would you work for a week without the MIS?',
    ],
    offer: [
      'Accounts, classes and groups can follow the MIS by themselves. Which have to be put right by hand today?',
      'Reports can be written and read on screen by tutors. Which term would be safe to begin with?',
      'Leaders can have their figures on a page that renews itself. Which three would they look at weekly?',
      'Updates can keep clear of your calendar. Which days go on it?',
    ],
  },
  finance: {
    need: [
      'Which ICT bills came as a surprise in the last two years?',
      'What do you need to know, and by when, to put next year’s ICT into the budget?',
      'Which contracts renew by themselves, and when is notice due?',
      'What may be paid from capital, and what did the auditors ask about last time?',
      'How do orders, deliveries and invoices meet, and where do they get lost?',
      'Which systems does the office depend on at the year end, and what if they stood still?',
      'What do parents pay for online, what do they still pay in cash, and why?',
    ],
    offer: [
      'The plan shows five years of kit by code and fund. Which form should it come in for your software?',
      'Renewals can be brought together into one month, or spread. Which helps you?',
      'Each purchase can be shown with what it saves or what happens without it. Who should see that before you sign?',
      'Quotes can be asked for all at once in spring for the summer. What is the last day for an order?',
    ],
  },
  site: {
    need: [
      'Which doors, gates and barriers run on the network, and what do they do when it or the power fails?',
      'How long is CCTV kept, who may look at it, and which cameras do not see what they should?',
      'What do heating, lighting, bells and fire alarm need from the network, and who is called at six in the morning?',
      'Which building work is planned, and where do cables, sockets and wireless have to be thought of first?',
      'Which server or network cupboards are hot, wet, full or not locked?',
      'How do you report and get told of jobs, and with what in your hand?',
      'What do lettings and evening users need, and what should they not reach?',
    ],
    offer: [
      'Door entry, cameras and heating can be on a network of their own. What must still work for you from outside?',
      'Kit that sleeps at night saves power. Which rooms are used when nobody expects it?',
      'Jobs could come to a phone or tablet with a photograph. Who would write them?',
      'Large deliveries can be timed for you. Which weeks are out, and where can forty boxes stand safely?',
    ],
  },
  nurse: {
    need: [
      'Where are medical records kept, who can open them, and who should not be able to?',
      'What do you have to look up within a minute, and where are you when you need it?',
      'Can what is on your screen be seen by whoever sits in the room?',
      'How do care plans and allergies reach teachers, the canteen and trips, and how are they taken back when out of date?',
      'Which devices of pupils, such as glucose monitors, need the wireless or a phone that the rules do not allow?',
      'How do you speak with parents, doctors and the local health team, and is that private?',
    ],
    offer: [
      'A screen that locks itself when you get up, and a filter so that it is read only from the front: would that do?',
      'Records can be opened with a second step, by you and one deputy only. Who is the deputy?',
      'A short list for trips can be made on the day and deleted after. What has to be on it?',
      'A place and a socket for pupils’ medical devices can be kept free. Where?',
    ],
  },
  safeguarding_lead: {
    need: [
      'Which filtering and monitoring alerts reach you, how soon, and how many turn out to be nothing?',
      'Who sees alerts when you are away, in the evening, at weekends and in the holidays?',
      'What can a pupil reach on a school device at home that they cannot reach in school?',
      'When was filtering last tried with a pupil’s account on every kind of device, and who wrote down what was found?',
      'Who may see safeguarding records, who sees that they looked, and what happens when somebody leaves?',
      'What do teachers ask to have opened that you would rather keep shut, and who decides?',
      'Which pupils need closer watching for a time, and how is that begun and ended?',
      'What do you need in a meeting with social care or the police, and how quickly?',
    ],
    offer: [
      'Alerts can be sorted by how urgent they are, and only the worst ring. Which are those?',
      'Cover outside school hours can be bought or shared with other schools. What would have to happen on a Saturday night?',
      'A test of the filter can be put into the calendar each term with a sheet to sign. Who signs?',
      'Take-home devices can be filtered as they are in school. Should they be, at all hours?',
      'Staff can be shown in ten minutes what an alert looks like and what to do. At which briefing?',
    ],
  },
  pupils: {
    need: [
      'Where do you get stuck: signing in, finding your work, printing, a slow room, a broken key?',
      'What do you have at home to work on, is it yours alone, and does it do what homework asks?',
      'When did a device last get in the way of a lesson, and what did the class do?',
      'Which lesson would you show somebody as the best use of a computer, and why?',
      'What do you do on your own phone or laptop because ours cannot?',
      'How do you find out what homework there is, and what do you miss?',
      'If you saw something online that worried you, whom would you tell, and how?',
    ],
    offer: [
      'You could borrow a laptop for a week. What would stop you from asking?',
      'There could be a place to work after school with computers and somebody who helps. When would you come?',
      'Pages can be read aloud, made larger or coloured on any device. Did you know, and would you use it in class?',
      'Pupils could help to choose the next device by trying two. What should the trial find out?',
      'Pupils could help others in the library at lunch. What would they need to know?',
    ],
  },
  parents: {
    need: [
      'Which messages from school reach you, which do you miss, and how would you rather have them?',
      'What do you pay online, what is hard about it, and what do you do if you cannot?',
      'Can you see what homework there is and whether it was done? Do you want to?',
      'What does your child work on at home, how many share it, and is the connection good enough?',
      'In which language, and at which time of day, is it easiest to reach the school?',
      'What worries you about what your child does online, and what would you like to be shown?',
    ],
    offer: [
      'One place for messages, payments, absence and clubs: which of them matters most to you?',
      'Parents’ evenings can be held on screen, in school or both. Which would you come to?',
      'The school can lend a device or help with the connection at home. How should a family ask without having to explain itself?',
      'An evening on online safety, or a page with five things to do: which would you use?',
    ],
  },
  support_team: {
    need: [
      'What breaks most, and what have you stopped reporting because it is always so?',
      'What do you do every week that would not be needed if something were set up once and properly?',
      'Which kit do you keep alive with parts of others, and for how long will that go on?',
      'What do only you know how to do, and where is it written down?',
      'What do you put off because lessons are on, and when could it be done?',
      'Which requests do you get most, and which could people do for themselves?',
      'What would you learn next if there were a day and the money for it?',
      'What would you stop doing if you could choose?',
    ],
    offer: [
      'Kit could be set up by the supplier and arrive ready. Which step must stay with you?',
      'The same model in every room makes spares and setting up easier. Where would that hurt?',
      'One afternoon a week could be without calls. Which one, and who answers?',
      'Repairs of some kinds could go to the maker. What would you do with the hours?',
    ],
  },
  leadership: {
    need: [
      'Which aims of the development plan will not be met if people keep working as they do now?',
      'What do you look at every week to know how the school is doing, and how long does it take to put together?',
      'Which decisions about ICT in the last years would you make differently?',
      'What do governors ask about ICT that nobody can answer?',
      'What may not fail, on which days, and what have you been promised about it?',
      'Where do you see the same work done well in one department and not in another?',
    ],
    offer: [
      'These needs have been heard, with what they cost and which aim each serves. Which would you drop first?',
      'Some of the money is for keeping what we have, some for something new. What should the split be?',
      'A trial with a measure and an end can come before a large purchase. Who decides at its end?',
      'A page for governors can say in plain words what is due, what is at risk and what was decided. When should it come?',
    ],
  },
  other: {
    need: [
      'What is your work in a usual week, and which parts of it need ICT?',
      'What takes longer than it should, and how often?',
      'What do you need to do next year that you do not do now?',
      'When it does not work, what happens, and who else is held up?',
      'What do you do on paper or on your own device because ours cannot?',
    ],
    offer: [
      'This is what is due for replacement where you work, and when. Does that suit?',
      'This is what other departments use for the same work. Would you like to see it?',
      'An hour of training can be arranged. What should it be about?',
      'Who else should we talk to about this?',
    ],
  },
};

/** One question to ask; `ownId` where it is the school's own. */
export type Question = { readonly text: string; readonly ownId: number | null };

/** The questions of a kind of person one way round: the guide's, then the school's own. */
export const questionsFor = (own: readonly OwnQuestion[], kind: ConversationRole, direction: TalkDirection): Question[] => [
  ...GUIDE[kind][direction].map((text) => ({ text, ownId: null })),
  ...own.filter((question) => question.kind === kind && question.direction === direction).map(({ id, text }) => ({ text, ownId: id })),
];
