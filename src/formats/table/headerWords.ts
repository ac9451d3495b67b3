import { foldWords } from '../words';
import type { ColumnMeaning } from './columnMeanings';

/**
 * What headers usually mean, as words in English, French, German, Spanish and Russian; the first meaning that has a word
 * takes it. The ends of relationships are in `endWords.ts`: they go in pairs.
 */
type Words = Partial<Record<ColumnMeaning, string>>;

const DATES_AND_SOURCES: Words = {
  sourceUrl: 'source url,source link,source address,url of source,reference url,evidence url,article url,link to source,lien source,url source,quelle url,quellenlink,url fuente,enlace,enlace fuente,ссылка,ссылка на источник,адрес источника',
  sourceTitle: 'source title,source,sources,source name,reference,references,citation,evidence,source document,quelle,quellen,beleg,fuente,fuentes,reference,источник,источники,название источника',
  publisher: 'publisher,source publisher,published by,outlet,news outlet,source outlet,herausgeber,verlag,editeur,editorial,medio,издатель,издание',
  author: 'author,source author,authors,autor,auteur,автор',
  published: 'published,source date,publication date,date published,date of publication,date of source,erscheinungsdatum,date de publication,fecha de publicacion,дата публикации',
  sourceKind: 'source kind,source type,kind of source,type of source,art der quelle,type de source,tipo de fuente,тип источника',
  locator: 'locator,page,pages,seite,pagina,страница,where in source',
  stance: 'stance,claim type,haltung',
  statement: 'statement,quote,quotation,excerpt,zitat,citation textuelle,cita,цитата',
};

const OF_RELATIONSHIPS: Words = {
  relationshipType: 'relationship type,type of relationship,relationship,relation,relation type,link type,edge type,connection type,rel type,reltype,rel,type,tie,tie type,interaction,predicate,verb,link,category,kind,nature,nature of relationship,nature of control,beziehung,beziehungstyp,beziehungsart,art der beziehung,art,typ,type de relation,relation type,lien,type de lien,nature du lien,tipo,tipo de relacion,relacion,vinculo,tipo de vinculo,тип связи,связь,отношение,отношения,вид связи,тип отношения,тип,вид',
  label: 'label,edge label,link label,caption,connection label,connection,link text,bezeichnung,libelle,etiqueta,подпись,метка',
  role: 'role,position,job title,title,capacity,function,office,post,rolle,funktion,amt,fonction,poste,qualite,cargo,puesto,rol,роль,должность,функция',
  directed: 'directed,direction,directionality,directedness,gerichtet,oriente,dirigido,направление,направленность',
  start: 'start,start date,startdate,from date,date from,since,begin,begin date,began,beginning,valid from,effective date,effective from,started,date,year,date of transaction,transaction date,notified on,appointed on,appointment date,debut,date de debut,depuis,du,annee,beginn,seit,ab,startdatum,datum,jahr,inicio,fecha de inicio,fecha inicio,desde,fecha,ano,начало,дата начала,с,с даты,дата,год',
  end: 'end,end date,enddate,to date,date to,until,till,ended,valid to,valid until,effective to,ceased on,resigned on,resignation date,date de fin,jusqu au,au,ende,bis,enddatum,fin,fecha de fin,fecha fin,hasta,конец,дата окончания,окончание,по,до даты,дата конца',
  share: 'share,shares,share percent,share percentage,stake,stake percent,percent,percentage,pct,percent owned,percentage owned,ownership,ownership percent,ownership percentage,ownership share,ownership interest,shareholding,share holding,share of capital,interest,interest percent,holding,equity,equity stake,voting rights,anteil,anteile,prozent,beteiligung,beteiligungsquote,quote,part,parts,pourcentage,participation,part du capital,pourcentage de detention,porcentaje,participacion,cuota,acciones,доля,процент,доля участия,доля в процентах,доля владения,пакет акций',
  indirect: 'indirect,held indirectly,indirekt,indirecte,indirecto',
  amount: 'amount,value,sum,total,price,payment amount,transaction amount,loan amount,contract value,betrag,summe,wert,montant,somme,valeur,importe,monto,valor,сумма,стоимость,размер',
  currency: 'currency,ccy,currency code,amount currency,wahrung,devise,monnaie,moneda,divisa,валюта',
  ceiling: 'up to,ceiling',
  id: 'id,relationship id,link id,edge id,connection id,rel id,identifier,uid,uuid,guid,key,kennung,identifiant,identificador,ид,идентификатор',
};

const OF_ENTITIES: Words = {
  id: 'id,entity id,node id,element id,identifier,uid,uuid,guid,key,record id,object id,ref,kennung,identifiant,identificador,ид,идентификатор',
  name: 'name,label,entity,entity name,node,node label,node name,full name,fullname,legal name,caption,title,company name,company,person,person name,organization,organisation,organization name,organisation name,element,firma,firmenname,gesellschaft,unternehmen,bezeichnung,nom,denomination,raison sociale,nom complet,societe,nombre,nombre completo,razon social,denominacion,empresa,имя,фио,название,наименование,компания,организация,полное наименование',
  type: 'type,entity type,node type,kind,category,class,group,schema,element type,object type,typ,art,kategorie,entitatstyp,categorie,type d entite,tipo,categoria,tipo de entidad,тип,вид,категория,тип объекта',
  shortName: 'short name,shortname,abbreviation,acronym,abkurzung,kurzname,sigle,abreviatura,siglas,сокращение,краткое наименование,краткое название',
  alias: 'alias,aliases,aka,a k a,also known as,other name,other names,alternative name,alternative names,alternate names,former name,former names,previous names,synonyms,trading name,weitere namen,auch bekannt als,fruherer name,autres noms,autre nom,alias connus,otros nombres,tambien conocido como,псевдоним,псевдонимы,другие названия,другие имена,также известен как',
  jurisdiction: 'jurisdiction,country,country code,countrycode,country iso,iso country,iso2,nationality,citizenship,country of incorporation,country of registration,incorporation country,registration country,land,staat,landeskurzel,nationalitat,pays,code pays,nationalite,pays d immatriculation,pais,codigo pais,codigo de pais,nacionalidad,страна,код страны,юрисдикция,гражданство,страна регистрации',
  start: 'start,start date,founded,founding date,date founded,established,incorporated,incorporation date,date of incorporation,registration date,creation date,created,date of birth,birth date,birthdate,birthday,dob,born,since,gegrundet,grundung,grundungsdatum,geburtsdatum,geboren,date de creation,date de naissance,ne le,fondee,fundacion,fecha de constitucion,fecha de nacimiento,fecha de creacion,дата рождения,дата создания,дата основания,дата регистрации,основана',
  end: 'end,end date,dissolved,dissolution date,date of dissolution,closed,ceased,date of death,death date,died,liquidated,aufgelost,geloscht,todesdatum,gestorben,date de dissolution,date de radiation,date de deces,disolucion,fecha de disolucion,fecha de defuncion,дата ликвидации,дата смерти,ликвидирована',
  identifier: 'identifiers,registration number,company number,company registration number,registration no,reg no,reg number,registry number,register number,crn,lei,lei code,isin,imo,imo number,mmsi,vat,vat number,vat code,tax id,tax number,tin,ein,duns,permid,wikidata,wikidata id,opencorporates,opencorporates url,bvd id,swift,bic,cik,passport number,passport,national id,inn,ogrn,okpo,siren,siret,hrb,handelsregisternummer,registernummer,steuernummer,ust id,numero siren,numero d immatriculation,rcs,nif,cif,rfc,cuit,numero de registro,инн,огрн,огрнип,окпо,кпп,регистрационный номер,номер паспорта',
  summary: 'summary,description,bio,biography,about,profile,beschreibung,zusammenfassung,resume,descripcion,resumen,описание,краткое описание,биография',
};

const OF_CLAIMS: Words = { aboutEntity: 'entity,entity id,about entity', aboutRelationship: 'relationship,relationship id,about relationship', source: 'source,source id,source ref', stance: 'stance', statement: 'statement,claim,text,quote', locator: 'locator,page', made: 'made,date,said', credibility: 'credibility' };
const OF_SOURCES: Words = { id: 'id,source id,key', sourceTitle: 'title,source,source title,name', publisher: 'publisher,outlet', author: 'author,authors', published: 'published,date,publication date', sourceUrl: 'url,link,source url,web address', sourceKind: 'kind,type,source kind,source type', reliability: 'reliability' };

/** Registers that a header names, whatever else stands in it; other headers are the scheme as they are. */
const SCHEMES: Readonly<Record<string, string>> = { 'lei code': 'LEI', 'imo number': 'IMO', 'vat number': 'VAT', 'vat code': 'VAT', 'wikidata id': 'Wikidata', 'инн': 'INN', 'огрн': 'OGRN', 'окпо': 'OKPO', 'кпп': 'KPP', 'numero siren': 'SIREN', 'bvd id': 'BvD ID', swift: 'BIC' };

type Role = 'relationships' | 'entities' | 'claims' | 'sources';
/** A meaning of a word; of several columns with one meaning, the one with the lowest rank has it. */
export interface RankedMeaning {
  readonly as: ColumnMeaning;
  readonly rank: number;
}

const BY_ROLE: Readonly<Record<Role, ReadonlyMap<string, RankedMeaning>>> = {
  relationships: mapOf(OF_RELATIONSHIPS, DATES_AND_SOURCES),
  entities: mapOf(OF_ENTITIES, DATES_AND_SOURCES),
  claims: mapOf(OF_CLAIMS),
  sources: mapOf(OF_SOURCES),
};
const ANY: ReadonlySet<string> = new Set(Object.values(BY_ROLE).flatMap((words) => [...words.keys()]));

function mapOf(...lists: readonly Words[]): ReadonlyMap<string, RankedMeaning> {
  const found = new Map<string, RankedMeaning>();
  for (const [meaning, words] of lists.flatMap((list) => Object.entries(list))) {
    for (const [rank, word] of words.split(',').map(headerWord).entries()) if (!found.has(word)) found.set(word, { as: meaning as ColumnMeaning, rank });
  }
  return found;
}

/** A header as it is compared: as `foldWords` has it, figures apart from letters, without what brackets add ("Share (%)"). */
export function headerWord(header: string): string {
  const outside = header.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ');
  return foldWords((/[\p{Letter}]/u.test(outside) ? outside : header).replace(/(\p{Letter})(\d)/gu, '$1 $2').replace(/(\d)(\p{Letter})/gu, '$1 $2').replaceAll('%', ' percent '));
}

/** What a header means in a table of this role; undefined where it is no usual word. */
export function meaningOf(header: string, role: Role): RankedMeaning | undefined {
  const currency = currencyIn(header);
  const word = headerWord(currency === undefined || headerWord(header) === currency.toLowerCase() ? header : header.replaceAll('_', ' ').replace(new RegExp(`\\b${currency}\\b`, 'i'), ' '));
  return BY_ROLE[role].get(word) ?? BY_ROLE[role].get(word.replace(/ (in |en )?percent$/, ''));
}

/** Whether a text is a usual header of any table. */
export function isHeaderWord(text: string): boolean {
  return ANY.has(headerWord(text));
}

/** The register that a header names. */
export function schemeIn(header: string): string | undefined {
  const word = headerWord(header);
  return Object.hasOwn(SCHEMES, word) ? SCHEMES[word] : /^(lei|isin|imo|mmsi|vat|duns|inn|ogrn|okpo|siren|siret|cik|bic|permid|wikidata)$/.test(word) ? (word === 'wikidata' ? 'Wikidata' : word === 'permid' ? 'PermID' : word.toUpperCase()) : undefined;
}

/** The currency that a header names: "Amount (USD)", "value_eur". */
export function currencyIn(header: string): string | undefined {
  return /\b(USD|EUR|GBP|CHF|JPY|CNY|RUB|KPW|KRW|HKD|SGD|AED|TRY|PLN|CZK|SEK|NOK|DKK|CAD|AUD|NZD|INR|BRL|MXN|ZAR|UAH|KZT|EGP|THB|MYR|IDR|ILS|SAR)\b/i.exec(header.replaceAll('_', ' '))?.[1]?.toUpperCase();
}
