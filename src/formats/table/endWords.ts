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

const pair = (from: string, to: string, says: Omit<Pair, 'from' | 'to'> = {}): Pair => ({
  from: from.split(',').map(headerWord), to: to.split(',').map(headerWord), ...says,
});
const COMPANY =
  'company,entity,owned,owned entity,owned company,asset,issuer,investee,subsidiary,held,held company,property,business,firm,organization,'
  + 'organisation,vessel,gesellschaft,unternehmen,firma,beteiligungsunternehmen,societe,entreprise,filiale,empresa,sociedad,filial,'
  + 'компания,организация,объект,предприятие,дочерняя компания,общество,societa,impresa,azienda,partecipata,societa partecipata,sociedade,'
  + 'participada,empresa participada,sociedad participada,societe detenue,zielgesellschaft,公司,公司名称,企业,企业名称,被投资公司,被投资企业,目标公司,الشركة,شركة,'
  + 'اسم الشركة,المنشأة,المؤسسة';

/** The pairs, the likeliest first. */
const PAIRS: readonly Pair[] = [
  pair(
    'from,from entity,from node,from element,from id,von,de,desde,от,откуда,от кого,из,da,从,起点,من',
    'to,to entity,to node,to element,to id,nach,an,zu,a,vers,hacia,para,кому,куда,к,до,в,per,到,终点,إلى',
  ),
  pair(
    'source,source node,source entity,src,start node,start entity,start id,origin,quelle,origen,origine,источник,源,来源节点,المصدر',
    'target,target node,target entity,tgt,dst,destination,end node,end entity,end id,sink,ziel,cible,destino,objetivo,цель,приемник,'
    + 'получатель,назначение,destinazione,bersaglio,目标,الهدف',
  ),
  pair('subject,subject entity', 'object,object entity'),
  pair(
    'entity 1,entity a,entity one,entitat 1,entite 1,entidad 1,entita 1,entidade 1,实体 1,الكيان 1,субъект 1',
    'entity 2,entity b,entity two,entitat 2,entite 2,entidad 2,entita 2,entidade 2,实体 2,الكيان 2,субъект 2',
  ),
  pair('node 1,node a,node i', 'node 2,node b,node j'),
  pair(
    'name 1,party 1,party a,person 1,actor 1,company 1,organization 1,end 1,id 1,element 1,item 1,v 1,vertex 1',
    'name 2,party 2,party b,person 2,actor 2,company 2,organization 2,end 2,id 2,element 2,item 2,v 2,vertex 2',
  ),
  pair(
    'owner,owners,holder,shareholder,share holder,stockholder,beneficial owner,ultimate owner,ubo,interested party,eigentumer,inhaber,'
    + 'gesellschafter,aktionar,anteilseigner,proprietaire,actionnaire,associe,detenteur,propietario,dueno,accionista,socio,titular,'
    + 'владелец,собственник,акционер,учредитель,участник,бенефициар,legal owner,registered owner,shareholder name,anteilsinhaber,'
    + 'aktionare,eigner,besitzer,hauptaktionar,kommanditist,porteur de parts,detenteur de parts,azionista,proprietario,titolare,quotista,'
    + 'acionista,cotista,detentor,股东,股东名称,股东姓名,股東,投资人,投资方,出资人,持股人,المساهم,مساهم,المالك,مالك,الشريك,اسم المساهم',
    COMPANY, { type: 'owns' },
  ),
  pair(
    'parent company,holding company,mother company,parent entity,muttergesellschaft,mutterunternehmen,mutter,maison mere,societe mere,'
    + 'matriz,empresa matriz,материнская компания,головная компания,母公司,controllante,capogruppo,الشركة الأم,casa matriz',
    `${COMPANY},child,child company,tochter,tochtergesellschaft,tochterunternehmen,子公司,controllata,الشركة التابعة`, { type: 'owns' },
  ),
  pair('parent', 'child,subsidiary,daughter'),
  pair(
    'investor,acquirer,investisseur,inversor,инвестор,investitore,investidor,المستثمر', `${COMPANY},target,target company,acquired company`,
    { type: 'finances' },
  ),
  pair(
    'payer,sender,remitter,ordering customer,from account,originator,zahler,auftraggeber,payeur,ordonnateur,pagador,ordenante,плательщик,'
    + 'отправитель,originator bank,originating bank,originator name,sending bank,sender bank,ordinante,pagatore,remetente,付款人,付款方,汇款人,'
    + 'الدافع,المرسل',
    'payee,receiver,recipient,beneficiary,to account,empfanger,zahlungsempfanger,beneficiaire,destinataire,beneficiario,получатель,'
    + 'бенефициар,beneficiary bank,beneficiary name,receiving bank,receiver bank,recipient bank,destinatario,beneficiaria,收款人,收款方,受益人,'
    + 'المستلم,المستفيد',
    { type: 'pays' },
  ),
  pair(
    'donor,contributor,funder,spender,grantor,donateur,donante,donador,донор,жертвователь,donatore,doador,捐赠人,المتبرع',
    'recipient,beneficiary,candidate,party,grantee,political party,campaign,empfanger,partei,beneficiaire,parti,destinatario,partido,'
    + 'получатель,партия,destinatario,受赠人,المستفيد',
    { type: 'finances' },
  ),
  pair(
    'lender,creditor,glaubiger,kreditgeber,preteur,creancier,prestamista,acreedor,кредитор,заимодавец,creditore,mutuante,credor,贷款人,债权人,'
    + 'المقرض,الدائن',
    'borrower,debtor,schuldner,kreditnehmer,emprunteur,debiteur,prestatario,deudor,должник,заемщик,debitore,mutuatario,devedor,借款人,债务人,'
    + 'المقترض,المدين',
    { type: 'lendsTo' },
  ),
  pair(
    'supplier,seller,vendor,exporter,shipper,contractor,provider,lieferant,verkaufer,fournisseur,vendeur,proveedor,vendedor,поставщик,'
    + 'продавец,подрядчик,экспортер,fornitore,venditore,fornecedor,供应商,卖方,المورد,البائع',
    'customer,buyer,purchaser,client,importer,consignee,authority,contracting authority,buyer name,kunde,kaufer,auftraggeber,client,'
    + 'acheteur,cliente,comprador,покупатель,заказчик,клиент,импортер,acquirente,客户,采购方,买方,العميل,المشتري',
    { type: 'supplies' },
  ),
  pair(
    'employer,arbeitgeber,employeur,empleador,работодатель,datore di lavoro,empregador,雇主,صاحب العمل',
    'employee,worker,arbeitnehmer,mitarbeiter,employe,empleado,работник,сотрудник,dipendente,funcionario,empregado,员工,雇员,الموظف',
    { type: 'employs', toType: 'person' },
  ),
  pair(
    'director,officer,board member,manager,executive,ceo,chair,direktor,geschaftsfuhrer,vorstand,dirigeant,directeur,administrateur,'
    + 'director,administrador,consejero,директор,руководитель,член совета,amministratore,direttore,dirigente,diretor,gerente,consigliere,'
    + 'gesellschaftsorgan,法定代表人,董事,高管,المدير,عضو مجلس الإدارة',
    `${COMPANY},board`, { type: 'directs', fromType: 'person' },
  ),
  pair(
    'member,participant,mitglied,membre,miembro,член,membro,socio membro,成员,العضو',
    'organization,organisation,group,club,association,committee,party,board,gruppe,verein,groupe,association,organizacion,grupo,'
    + 'организация,группа,партия,gruppo,organizzazione,associazione,organizacao,组织,المنظمة',
    { type: 'memberOf' },
  ),
  pair(
    'lobbyist,lawyer,attorney,agent,representative,law firm,registrant,anwalt,vertreter,avocat,representant,abogado,representante,юрист,'
    + 'адвокат,представитель',
    'client,principal,mandant,kunde,client,mandante,cliente,клиент,доверитель', { type: 'represents' },
  ),
  pair(
    'person,people,individual,person name,politician,person id,personne,persona,лицо,фио,человек,natural person,name der person,persona,'
    + 'nome della persona,pessoa,人员,姓名,个人,الشخص,اسم الشخص',
    'company,organization,organisation,company name,organization name,organisation name,institution,employer,gesellschaft,firma,'
    + 'unternehmen,societe,entreprise,empresa,organizacion,компания,организация,societa,azienda,sociedade,organizzazione,公司,公司名称,'
    + '企业名称,الشركة',
    { fromType: 'person' },
  ),
  pair('predecessor,old name', 'successor,new name'),
];

/** People and where they work, as address books have them: ends only where a column says in what capacity. */
const OF_CONTACTS = pair('name,full name,contact,nom,nom complet,nombre,nombre completo,nachname,имя,фио', COMPANY, { fromType: 'person' });

/** What a header of an end says besides which end it is. */
type EndPart = 'id' | 'name' | 'type' | 'country';

const COUNTRY =
  'country|country code|country iso|iso|iso code|iso 2|jurisdiction|nationality|land|landercode|sitz|sitzland|staat|pays|nationalite|pais|'
  + 'nacionalidad|nacionalidade|paese|nazione|nazionalita|страна|гражданство|юрисдикция|国家|国籍|البلد|الدولة|الجنسية';
const PARTS: readonly (readonly [RegExp, EndPart])[] = [
  [/^(.+) (id|uid|uuid|guid|key|ref|code|number|no|identifier|node id|entity id|lei)$/, 'id'],
  [/^(.+) (name|label|title|caption|full name|nom|nombre|nome|имя|название|наименование|名称|اسم)$/, 'name'],
  [/^(.+) (type|kind|category|class|schema|typ|tipo|тип|类型|نوع)$/, 'type'],
  [new RegExp(`^(.+) (${COUNTRY})$`), 'country'],
];
const BEFORE: readonly (readonly [RegExp, EndPart])[] = [
  [/^id (?:of |de |du |der |del |da )?(.+)$/, 'id'],
  [/^(?:name|nom|nombre|nome|имя|اسم) (?:of |de |du |der |des |del |della |dell |do |da |l )*(.+)$/, 'name'],
  [/^(?:type|typ|tipo|тип|نوع) (?:of |de |du |der |des |del |della |dell |do |da |l )*(.+)$/, 'type'],
  [new RegExp(`^(?:${COUNTRY}) (?:of |the |de |du |der |des |del |della |dell |do |da |l )*(.+)$`), 'country'],
];
const BARE_COUNTRY = new RegExp(`^(?:${COUNTRY})$`);

/** A column that belongs to an end. */
interface EndColumn {
  readonly index: number;
  readonly part: EndPart | 'plain';
}

/** The columns of both ends that headers tell, and what their words say. */
export interface EndsFound extends Omit<Pair, 'from' | 'to'> {
  readonly from: readonly EndColumn[];
  readonly to: readonly EndColumn[];
}

/**
 * The ends of relationships by the headers of a table; undefined where no pair of usual words is there.
 * `fits` says whether a column can hold an end: dates cannot. `contacts`: a list of people with a column of their roles counts too.
 */
export function endsIn(headers: readonly string[], fits: (index: number) => boolean, contacts = false): EndsFound | undefined {
  const words = headers.map((header) => splitWord(headerWord(header)));
  for (const { from, to, ...says } of contacts ? [...PAIRS, OF_CONTACTS] : PAIRS) {
    const found = inStep({ from: columnsOf(from, words, fits), to: columnsOf(to, words, fits) }, words);
    const separate = found.from.every((a) => found.to.every((b) => a.index !== b.index));
    if (separate && isEnd(found.from) && isEnd(found.to)) return { ...withCountries(found, words), ...says };
  }
  return undefined;
}

function isEnd(columns: readonly EndColumn[]): boolean {
  return columns.some(({ part }) => part !== 'type' && part !== 'country');
}

interface Ends {
  readonly from: readonly EndColumn[];
  readonly to: readonly EndColumn[];
}

/**
 * "Source" is an end and the source of a row. What stands beside it ("source title", "source type") is the end's where
 * the other end has the like; else it says where the row comes from.
 */
function inStep({ from, to }: Ends, words: readonly SplitWord[]): Ends {
  if (!from.some(({ index }) => OF_SOURCES.test(words[index]!.base))) return { from, to };
  const ofOther = new Set(to.map(({ part }) => part));
  const hasPlain = from.some(({ part }) => part === 'plain');
  return { from: from.filter(({ part }) => part === 'plain' || ofOther.has(part) || (part === 'id' && !hasPlain)), to };
}

const OF_SOURCES = /^(source|quelle|fuente|fonte|источник|来源|المصدر)$/;

/** Adds columns for the country that stand right behind those of an end and do not say whose it is. */
function withCountries({ from, to }: Ends, words: readonly SplitWord[]): Ends {
  const taken = new Set([...from, ...to].map(({ index }) => index));
  const behind = (columns: readonly EndColumn[]): readonly EndColumn[] => {
    if (columns.some(({ part }) => part === 'country')) return columns;
    const found = columns.map(({ index }) => index + 1).find((index) => !taken.has(index) && BARE_COUNTRY.test(words[index]?.whole ?? ''));
    return found === undefined ? columns : [...columns, { index: found, part: 'country' as const }];
  };
  return { from: behind(from), to: behind(to) };
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
  for (const [pattern, part] of BEFORE) {
    const base = pattern.exec(word)?.[1];
    if (base !== undefined) return { whole: word, base, part };
  }
  return { whole: word, base: word, part: 'plain' };
}

/** The columns of the first of these words that is there, with the countries and types that stand beside any of them. */
function columnsOf(words: readonly string[], headers: readonly SplitWord[], fits: (index: number) => boolean): EndColumn[] {
  const parts = headers.flatMap(({ base, part }, index): EndColumn[] =>
    (part === 'type' || part === 'country') && words.includes(base) ? [{ index, part }] : [],
  );
  for (const word of words) {
    const found = headers.flatMap(({ whole, base, part }, index): EndColumn[] => {
      if (whole === word) return fits(index) ? [{ index, part: 'plain' }] : [];
      return base === word && part !== 'type' && part !== 'country' && fits(index) ? [{ index, part }] : [];
    });
    if (isEnd(found)) return [...found, ...parts.filter(({ index }) => !found.some((one) => one.index === index))];
  }
  return [];
}

const WORDS: ReadonlySet<string> = new Set(PAIRS.flatMap(({ from, to }) => [...from, ...to]));

/** Whether a text is a usual header of an end of relationships. */
export function isEndWord(text: string): boolean {
  const { whole, base } = splitWord(headerWord(text));
  return WORDS.has(whole) || WORDS.has(base);
}
