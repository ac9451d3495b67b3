export { acceptedCandidate, type AcceptedCandidate } from './acceptedCandidate';
export {
  askRegister, RegisterError, type PostToRegister, type RegisterAnswer, type RegisterReply, type RegisterSurroundings,
} from './askRegister';
export { API_VERSION, candidate, manifest, resultBatch, type Candidate, type Manifest } from './protocol';
export { queryOf, registerFields, type RegisterField, type RegisterQuery } from './question';
