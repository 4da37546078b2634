/** A register as a school would send it: CSV text as the contract carries it. */
export const csvFile = (text: string, fileName = 'kit list.csv'): { fileName: string; base64: string } =>
  ({ fileName, base64: Buffer.from(text, 'utf8').toString('base64') });

/** Four rows: a laptop, a server under cover, a group of thirty monitors, and a projector nobody dated. */
export const SMALL_REGISTER = `Asset Tag,Type,Make,Model,Room,Purchased,Cost,Serial,Qty,Warranty expiry
LT-1,Pupil laptop,Tamar,11,Trolley A,12/12/2022,£365.00,T11-1,1,
SV-1,Server,Marlow,R2,Comms 1,14/08/2024,"£5,400.00",MR2-1,1,14/08/2028
,Monitor,Kestrel,24,IT1,24/09/2021,98.50,,30,
PJ-1,Projector,Kestrel,P1,Hall,,,KP-1,1,
`;
