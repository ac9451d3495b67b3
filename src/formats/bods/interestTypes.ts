import type { RelationshipType } from '../../model';

/** What an interest is here: a type, and a role or a verb of its own where the type alone says less. */
export interface InterestReading {
  readonly type: RelationshipType;
  readonly role?: string;
  readonly label?: string;
}

const verb = (label: string): InterestReading => ({ type: 'linkedTo', label });
const control = (role?: string): InterestReading => (role === undefined ? { type: 'controls' } : { type: 'controls', role });

/** Every interest type of BODS 0.4 with how it is read. */
export const INTERESTS: Readonly<Record<string, InterestReading>> = {
  shareholding: { type: 'owns' },
  votingRights: control('voting rights'),
  appointmentOfBoard: control('appointment of the board'),
  otherInfluenceOrControl: control(),
  controlViaCompanyRulesOrArticles: control('company rules or articles'),
  controlByLegalFramework: control('legal framework'),
  seniorManagingOfficial: { type: 'directs', role: 'senior managing official' },
  boardMember: { type: 'directs', role: 'board member' },
  boardChair: { type: 'directs', role: 'board chair' },
  trustee: { type: 'trusteeOf' },
  settlor: verb('is settlor of'),
  protector: verb('is protector of'),
  beneficiaryOfLegalArrangement: verb('is beneficiary of'),
  nominee: { type: 'intermediaryFor', role: 'nominee' },
  nominator: verb('is nominator of'),
  rightsToSurplusAssetsOnDissolution: verb('has rights to surplus assets on dissolution of'),
  rightsToProfitOrIncome: verb('has rights to profit or income of'),
  rightsGrantedByContract: verb('has rights by contract in'),
  conditionalRightsGrantedByContract: verb('has conditional rights by contract in'),
  enjoymentAndUseOfAssets: verb('enjoys and uses assets of'),
  rightToProfitOrIncomeFromAssets: verb('has a right to profit or income from assets of'),
  unknownInterest: verb('has an unknown interest in'),
  unpublishedInterest: verb('has an unpublished interest in'),
};

/** Codes of earlier versions that are not the later ones in kebab case. */
const EARLIER: Readonly<Record<string, string>> = {
  'influence-or-control': 'otherInfluenceOrControl',
  'other-influence-or-control-of-trust': 'otherInfluenceOrControl',
  'settlor-of-trust': 'settlor',
  'trustee-of-trust': 'trustee',
  'protector-of-trust': 'protector',
  'beneficiary-of-trust': 'beneficiaryOfLegalArrangement',
  'rights-to-surplus-assets': 'rightsToSurplusAssetsOnDissolution',
};

/** The code of version 0.4 for one of any version; undefined for one that no version has. */
export function interestCode(raw: string): string | undefined {
  const camel = Object.hasOwn(EARLIER, raw) ? EARLIER[raw]! : raw.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return Object.hasOwn(INTERESTS, camel) ? camel : undefined;
}
