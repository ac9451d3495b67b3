export { acceptedCandidate } from './acceptedCandidate';
export { askRegister, RegisterError, type RegisterAnswer, type RegisterReply } from './askRegister';
export { API_VERSION, manifest, resultBatch, type Candidate } from './protocol';
export { queryOf, registerFields, type RegisterField } from './question';
