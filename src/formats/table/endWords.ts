import type { EntityType, RelationshipType } from '../../model';
import { headerWord } from './headerWords';

/** Two headers that go together as the ends of relationships, and what the pair says. */
interface Pair {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly type?: RelationshipType;
  readonly fromType?: EntityType;
  readonly toType?: EntityType;
}

const pair = (from: string, to: string, says: Omit<Pair, 'from' | 'to'> = {}): Pair => ({ from: from.split(',').map(headerWord), to: to.split(',').map(headerWord), ...says });
const COMPANY = 'company,entity,owned,owned entity,owned company,asset,issuer,investee,subsidiary,held,held company,property,business,firm,organization,organisation,vessel,gesellschaft,unternehmen,firma,beteiligungsunternehmen,societe,entreprise,filiale,empresa,sociedad,filial,компания,организация,объект,предприятие,дочерняя компания,общество';

/** The pairs, the likeliest first. */
const PAIRS: readonly Pair[] = [
  pair('from,from entity,from node,from element,from id,von,de,desde,от,откуда,от кого,из', 'to,to entity,to node,to element,to id,nach,an,zu,a,vers,hacia,para,кому,куда,к,до,в'),
  pair('source,source node,source entity,src,start node,start entity,start id,origin,quelle,origen,origine,источник', 'target,target node,target entity,tgt,dst,destination,end node,end entity,end id,sink,ziel,cible,destino,objetivo,цель,приемник,получатель,назначение'),
  pair('subject,subject entity', 'object,object entity'),
  pair('entity 1,entity a,entity one', 'entity 2,entity b,entity two'),
  pair('node 1,node a,node i', 'node 2,node b,node j'),
  pair('name 1,party 1,party a,person 1,actor 1,company 1,organization 1,end 1,id 1,element 1,item 1,v 1,vertex 1', 'name 2,party 2,party b,person 2,actor 2,company 2,organization 2,end 2,id 2,element 2,item 2,v 2,vertex 2'),
  pair('owner,owners,holder,shareholder,share holder,stockholder,beneficial owner,ultimate owner,ubo,interested party,eigentumer,inhaber,gesellschafter,aktionar,anteilseigner,proprietaire,actionnaire,associe,detenteur,propietario,dueno,accionista,socio,titular,владелец,собственник,акционер,учредитель,участник,бенефициар', COMPANY, { type: 'owns' }),
  pair('parent company,holding company,mother company,parent entity,muttergesellschaft,mutterunternehmen,mutter,maison mere,societe mere,matriz,empresa matriz,материнская компания,головная компания', `${COMPANY},child,child company,tochter,tochtergesellschaft,tochterunternehmen`, { type: 'owns' }),
  pair('parent', 'child,subsidiary,daughter'),
  pair('investor,acquirer,investisseur,inversor,инвестор', `${COMPANY},target,target company,acquired company`, { type: 'finances' }),
  pair('payer,sender,remitter,ordering customer,from account,originator,zahler,auftraggeber,payeur,ordonnateur,pagador,ordenante,плательщик,отправитель', 'payee,receiver,recipient,beneficiary,to account,empfanger,zahlungsempfanger,beneficiaire,destinataire,beneficiario,получатель,бенефициар', { type: 'pays' }),
  pair('donor,contributor,funder,spender,grantor,donateur,donante,donador,донор,жертвователь', 'recipient,beneficiary,candidate,party,grantee,political party,campaign,empfanger,partei,beneficiaire,parti,destinatario,partido,получатель,партия', { type: 'finances' }),
  pair('lender,creditor,glaubiger,kreditgeber,preteur,creancier,prestamista,acreedor,кредитор,заимодавец', 'borrower,debtor,schuldner,kreditnehmer,emprunteur,debiteur,prestatario,deudor,должник,заемщик', { type: 'lendsTo' }),
  pair('supplier,seller,vendor,exporter,shipper,contractor,provider,lieferant,verkaufer,fournisseur,vendeur,proveedor,vendedor,поставщик,продавец,подрядчик,экспортер', 'customer,buyer,purchaser,client,importer,consignee,authority,contracting authority,buyer name,kunde,kaufer,auftraggeber,client,acheteur,cliente,comprador,покупатель,заказчик,клиент,импортер', { type: 'supplies' }),
  pair('employer,arbeitgeber,employeur,empleador,работодатель', 'employee,worker,arbeitnehmer,mitarbeiter,employe,empleado,работник,сотрудник', { type: 'employs', toType: 'person' }),
  pair('director,officer,board member,manager,executive,ceo,chair,direktor,geschaftsfuhrer,vorstand,dirigeant,directeur,administrateur,director,administrador,consejero,директор,руководитель,член совета', `${COMPANY},board`, { type: 'directs', fromType: 'person' }),
  pair('member,participant,mitglied,membre,miembro,член', 'organization,organisation,group,club,association,committee,party,board,gruppe,verein,groupe,association,organizacion,grupo,организация,группа,партия', { type: 'memberOf' }),
  pair('lobbyist,lawyer,attorney,agent,representative,law firm,registrant,anwalt,vertreter,avocat,representant,abogado,representante,юрист,адвокат,представитель', 'client,principal,mandant,kunde,client,mandante,cliente,клиент,доверитель', { type: 'represents' }),
  pair('person,people,individual,person name,politician,person id,personne,persona,лицо,фио,человек', 'company,organization,organisation,company name,organization name,organisation name,institution,employer,gesellschaft,firma,unternehmen,societe,entreprise,empresa,organizacion,компания,организация', { fromType: 'person' }),
  pair('predecessor,old name', 'successor,new name'),
];

/** People and where they work, as address books have them: ends only where a column says in what capacity. */
const OF_CONTACTS = pair('name,full name,contact,nom,nom complet,nombre,nombre completo,nachname,имя,фио', COMPANY, { fromType: 'person' });

/** What a header of an end says besides which end it is. */
export type EndPart = 'id' | 'name' | 'type';

const PARTS: readonly (readonly [RegExp, EndPart])[] = [
  [/^(.+) (id|uid|uuid|guid|key|ref|code|number|no|identifier|node id|entity id|lei)$/, 'id'],
  [/^(.+) (name|label|title|caption|full name|nom|nombre|имя|название|наименование)$/, 'name'],
  [/^(.+) (type|kind|category|class|schema|typ|tipo|тип)$/, 'type'],
];

/** A column that belongs to an end. */
export interface EndColumn {
  readonly index: number;
  readonly part: EndPart | 'plain';
}

/** The columns of both ends that headers tell, and what their words say. */
export interface EndsFound extends Omit<Pair, 'from' | 'to'> {
  readonly from: readonly EndColumn[];
  readonly to: readonly EndColumn[];
}

/** The ends of relationships by the headers of a table; undefined where no pair of usual words is there. `fits` says whether a column can hold an end: dates cannot. `contacts`: a list of people with a column of their roles counts too. */
export function endsIn(headers: readonly string[], fits: (index: number) => boolean, contacts = false): EndsFound | undefined {
  const words = headers.map((header) => splitWord(headerWord(header)));
  for (const { from, to, ...says } of contacts ? [...PAIRS, OF_CONTACTS] : PAIRS) {
    const found = { from: columnsOf(from, words, fits), to: columnsOf(to, words, fits) };
    const separate = found.from.every((a) => found.to.every((b) => a.index !== b.index));
    if (separate && isEnd(found.from) && isEnd(found.to)) return { ...found, ...says };
  }
  return undefined;
}

function isEnd(columns: readonly EndColumn[]): boolean {
  return columns.some(({ part }) => part !== 'type');
}

interface SplitWord {
  readonly whole: string;
  readonly base: string;
  readonly part: EndPart | 'plain';
}

function splitWord(word: string): SplitWord {
  for (const [pattern, part] of PARTS) {
    const base = pattern.exec(word)?.[1];
    if (base !== undefined) return { whole: word, base, part };
  }
  const prefixed = /^(id|name|type) (?:of |de |du |der )?(.+)$/.exec(word);
  return prefixed ? { whole: word, base: prefixed[2]!, part: prefixed[1] as EndPart } : { whole: word, base: word, part: 'plain' };
}

/** The columns of the first of these words that is there. */
function columnsOf(words: readonly string[], headers: readonly SplitWord[], fits: (index: number) => boolean): EndColumn[] {
  for (const word of words) {
    const found = headers.flatMap(({ whole, base, part }, index): EndColumn[] => {
      if (whole === word) return fits(index) ? [{ index, part: 'plain' }] : [];
      return base === word && (part === 'type' || fits(index)) ? [{ index, part }] : [];
    });
    if (isEnd(found)) return found;
  }
  return [];
}

const WORDS: ReadonlySet<string> = new Set(PAIRS.flatMap(({ from, to }) => [...from, ...to]));

/** Whether a text is a usual header of an end of relationships. */
export function isEndWord(text: string): boolean {
  const { whole, base } = splitWord(headerWord(text));
  return WORDS.has(whole) || WORDS.has(base);
}
