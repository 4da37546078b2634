/** Hillcrest's rooms by area, as its register writes them. */
export const ROOMS = {
  computing: ['IT1', 'IT2', 'IT3'],
  library: ['Library'],
  music: ['MU1', 'MU2'],
  maths: ['M1', 'M2', 'M3', 'M4', 'M5', 'M6'],
  english: ['E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7'],
  science: ['Sci 1', 'Sci 2', 'Sci 3', 'Sci 4', 'Sci 5', 'Sci 6', 'Sci 7'],
  humanities: ['H10', 'H11', 'H12', 'H13', 'H14', 'H15', 'H16', 'H17'],
  languages: ['L1', 'L2', 'L3', 'L4'],
  art: ['Art 1', 'Art 2'],
  technology: ['T1', 'T2', 'T3', 'T4'],
  performing: ['Hall', 'Drama studio', 'Sports hall'],
  support: ['Learning support', 'Sixth form study', 'Staff room'],
  offices: ['Main office', 'Finance office', 'Head’s office', 'Reception', 'Medical room', 'Site office'],
  comms: ['Comms 1', 'Comms 2'],
  store: ['Store'],
} as const;

/** Rooms with a teacher's board, in the order of a walk round the school. */
export const TEACHING_ROOMS: readonly string[] = [
  ...ROOMS.computing, ...ROOMS.music, ...ROOMS.maths, ...ROOMS.english, ...ROOMS.science,
  ...ROOMS.humanities, ...ROOMS.languages, ...ROOMS.art, ...ROOMS.technology,
];

const DEPARTMENTS: Readonly<Record<keyof typeof ROOMS, string>> = {
  computing: 'Computing', library: 'Library', music: 'Music', maths: 'Mathematics', english: 'English',
  science: 'Science', humanities: 'Humanities', languages: 'Languages', art: 'Art',
  technology: 'Design and technology', performing: 'Performing arts and PE', support: 'Learning support',
  offices: 'Administration', comms: 'IT support', store: 'IT support',
};

const DEPARTMENT_OF_ROOM: ReadonlyMap<string, string> = new Map(
  Object.entries(ROOMS).flatMap(([area, rooms]) => rooms.map((room) => [room, DEPARTMENTS[area as keyof typeof ROOMS]] as const)),
);

/** Who a room serves; laptop trolleys and anything else that moves about serve the whole school. */
export const departmentOf = (room: string): string => DEPARTMENT_OF_ROOM.get(room) ?? 'Whole school';
