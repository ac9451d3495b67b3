import { foldWords } from '../words';
import type { ColumnMeaning } from './columnMeanings';

/**
 * What headers usually mean, as words in English, German, French, Spanish, Italian, Portuguese, Russian, Chinese and Arabic; the first
 * meaning that has a word takes it. The ends of relationships are in `endWords.ts`: they go in pairs.
 */
type Words = Partial<Record<ColumnMeaning, string>>;

const DATES_AND_SOURCES: Words = {
  sourceUrl:
    'source url,source link,source address,url of source,reference url,evidence url,article url,link to source,lien source,url source,'
    + 'quelle url,quellenlink,url fuente,enlace,enlace fuente,ссылка,ссылка на источник,адрес источника,fonte url,link fonte,url fonte,'
    + 'link da fonte,来源链接,链接,رابط المصدر,رابط',
  sourceTitle:
    'source title,source,sources,source name,reference,references,citation,evidence,source document,quelle,quellen,beleg,fuente,fuentes,'
    + 'reference,источник,источники,название источника,titre de la source,titel der quelle,fonte,fonti,fontes,titolo della fonte,来源,数据来源,'
    + '資料來源,出处,المصدر,مصدر',
  publisher:
    'publisher,source publisher,published by,outlet,news outlet,source outlet,herausgeber,verlag,editeur,editorial,medio,издатель,издание,'
    + 'editore,editora,出版商,发布机构,الناشر',
  author: 'author,source author,authors,autor,auteur,автор',
  published:
    'published,source date,publication date,date published,date of publication,date of source,erscheinungsdatum,date de publication,'
    + 'fecha de publicacion,дата публикации,veroffentlicht,veroffentlicht am,data di pubblicazione,data de publicacao,发布日期,出版日期,'
    + 'تاريخ النشر',
  sourceKind: 'source kind,source type,kind of source,type of source,art der quelle,type de source,tipo de fuente,тип источника',
  locator: 'locator,page,pages,seite,pagina,страница,where in source',
  stance: 'stance,claim type,haltung',
  statement: 'statement,quote,quotation,excerpt,zitat,citation textuelle,cita,цитата,citazione,citacao,引文,اقتباس',
};

const OF_RELATIONSHIPS: Words = {
  relationshipType:
    'relationship type,type of relationship,relationship,relation,relation type,link type,edge type,connection type,rel type,reltype,rel,'
    + 'type,tie,tie type,interaction,predicate,verb,link,category,kind,nature,nature of relationship,nature of control,beziehung,'
    + 'beziehungstyp,beziehungsart,art der beziehung,art,typ,type de relation,relation type,lien,type de lien,nature du lien,tipo,'
    + 'tipo de relacion,relacion,vinculo,tipo de vinculo,тип связи,связь,отношение,отношения,вид связи,тип отношения,тип,вид,'
    + 'art der verbindung,verbindungsart,verbindung,art der beteiligung,beteiligungsart,art des anteils,rolle im unternehmen,'
    + 'type de lien juridique,nature de la relation,tipo di relazione,tipo di legame,relazione,legame,natura del legame,'
    + 'tipo de vinculo juridico,tipo de ligacao,tipo de participacao,relacao,关系,关系类型,關係,关联类型,类型,نوع العلاقة,العلاقة,نوع الصلة,النوع',
  label: 'label,edge label,link label,caption,connection label,connection,link text,bezeichnung,libelle,etiqueta,подпись,метка',
  role: 'role,position,job title,title,capacity,function,office,post,rolle,funktion,amt,fonction,poste,qualite,cargo,puesto,rol,роль,'
    + 'должность,функция,funktion im unternehmen,stellung,mandat,ruolo,carica,qualifica,incarico,funzione,funcao,papel,qualidade,'
    + 'qualificacao,职务,職務,职位,角色,المنصب,الصفة,الوظيفة',
  directed: 'directed,direction,directionality,directedness,gerichtet,oriente,dirigido,направление,направленность',
  start:
    'start,start date,startdate,from date,date from,since,begin,begin date,began,beginning,valid from,effective date,effective from,'
    + 'started,date,year,date of transaction,transaction date,notified on,appointed on,appointment date,debut,date de debut,depuis,du,'
    + 'annee,beginn,seit,ab,startdatum,datum,jahr,inicio,fecha de inicio,fecha inicio,desde,fecha,ano,начало,дата начала,с,с даты,дата,'
    + 'год,date start,date begin,date began,gultig ab,gultig von,gultig seit,wirksam ab,eingetragen am,eintragung am,beginn am,from,'
    + 'valid since,von,dal,dalla data,data inizio,data di inizio,inizio,a partire dal,data inicio,data de inicio,data inicial,a partir de,'
    + 'valide du,valable du,valable a partir du,a partir du,en vigueur depuis,valido desde,vigente desde,valido dal,data,действует с,'
    + 'с какой даты,开始日期,起始日期,起始时间,生效日期,自,日期,任职日期,تاريخ البدء,من تاريخ,تاريخ البداية,تاريخ,اعتبارا من',
  end: 'end,end date,enddate,to date,date to,until,till,ended,valid to,valid until,effective to,ceased on,resigned on,resignation date,'
    + 'date de fin,jusqu au,au,ende,bis,enddatum,fin,fecha de fin,fecha fin,hasta,конец,дата окончания,окончание,по,до даты,дата конца,'
    + 'date end,date ended,gultig bis,wirksam bis,ausgetragen am,austritt,austritt am,ende am,to,al,fino al,data fine,data di fine,fine,'
    + 'ate,data fim,data de fim,data final,valable au,valide au,valide jusqu au,valable jusqu au,jusqu a,valido hasta,vigente hasta,'
    + 'valido fino al,действует до,结束日期,截止日期,终止日期,至,离任日期,تاريخ الانتهاء,حتى تاريخ,حتى,إلى تاريخ,تاريخ النهاية',
  share:
    'share,shares,share percent,share percentage,stake,stake percent,percent,percentage,pct,percent owned,percentage owned,ownership,'
    + 'ownership percent,ownership percentage,ownership share,ownership interest,shareholding,share holding,share of capital,interest,'
    + 'interest percent,holding,equity,equity stake,voting rights,anteil,anteile,prozent,beteiligung,beteiligungsquote,quote,part,parts,'
    + 'pourcentage,participation,part du capital,pourcentage de detention,porcentaje,participacion,cuota,acciones,доля,процент,'
    + 'доля участия,доля в процентах,доля владения,пакет акций,anteil am kapital,kapitalanteil,geschaftsanteil,anteilsquote,stimmrechte,'
    + 'stimmrechtsanteil,beteiligung in prozent,hohe der beteiligung,part de capital,part sociale,pourcentage du capital,'
    + 'taux de participation,taux de detention,droits de vote,porcentaje de participacion,participacion accionaria,participacion directa,'
    + 'quota,percentuale,quota di partecipazione,quota capitale,partecipazione,percentuale di possesso,percentagem,porcentagem,percentual,'
    + 'participacao,participacao no capital,quotas,cota,процент владения,размер доли,доля в уставном капитале,доля в капитале,持股比例,'
    + '持股比例 percent,出资比例,股权比例,持股,占比,比例,股份比例,نسبة الملكية,نسبة المساهمة,النسبة,نسبة,الحصة,حصة',
  indirect: 'indirect,held indirectly,indirekt,indirecte,indirecto',
  amount:
    'amount,value,sum,total,price,payment amount,transaction amount,loan amount,contract value,betrag,summe,wert,montant,somme,valeur,'
    + 'importe,monto,valor,сумма,стоимость,размер,transferred amount,amount transferred,total amount,amount transactions,'
    + 'transaction value,payment value,sum of transactions,zahlbetrag,importo,ammontare,somma,quantia,montante,金额,金額,数额,المبلغ,مبلغ,القيمة',
  currency:
    'currency,ccy,currency code,amount currency,wahrung,devise,monnaie,moneda,divisa,валюта,waehrung,valuta,moeda,币种,货币,العملة,عملة',
  ceiling: 'up to,ceiling',
  id: 'id,relationship id,link id,edge id,connection id,rel id,identifier,uid,uuid,guid,key,kennung,identifiant,identificador,ид,'
    + 'идентификатор,codice,codigo da relacao,编号,المعرف',
};

const OF_ENTITIES: Words = {
  id: 'id,entity id,node id,element id,identifier,uid,uuid,guid,key,record id,object id,ref,kennung,identifiant,identificador,ид,'
    + 'идентификатор',
  name: 'name,label,entity,entity name,node,node label,node name,full name,fullname,legal name,caption,title,company name,company,person,'
    + 'person name,organization,organisation,organization name,organisation name,element,firma,firmenname,gesellschaft,unternehmen,'
    + 'bezeichnung,nom,denomination,raison sociale,nom complet,societe,nombre,nombre completo,razon social,denominacion,empresa,имя,фио,'
    + 'название,наименование,компания,организация,полное наименование,nachname,ragione sociale,denominazione,nome,nome completo,societa,'
    + 'cognome e nome,razao social,denominacao social,denominacao,nombre de la empresa,nom de la societe,名称,姓名,公司名称,企业名称,公司,名字,الاسم,اسم,'
    + 'اسم الشركة,الشركة',
  type: 'type,entity type,node type,kind,category,class,group,schema,element type,object type,typ,art,kategorie,entitatstyp,categorie,'
    + 'type d entite,tipo,categoria,tipo de entidad,тип,вид,категория,тип объекта,rechtsform,forma juridica,forme juridique,'
    + 'forma giuridica,natura giuridica,natureza juridica,类型,类别,公司类型,企业类型,النوع,نوع',
  shortName:
    'short name,shortname,abbreviation,acronym,abkurzung,kurzname,sigle,abreviatura,siglas,сокращение,краткое наименование,'
    + 'краткое название',
  alias:
    'alias,aliases,aka,a k a,also known as,other name,other names,alternative name,alternative names,alternate names,former name,'
    + 'former names,previous names,synonyms,trading name,weitere namen,auch bekannt als,fruherer name,autres noms,autre nom,alias connus,'
    + 'otros nombres,tambien conocido como,псевдоним,псевдонимы,другие названия,другие имена,также известен как',
  jurisdiction:
    'jurisdiction,country,country code,countrycode,country iso,iso country,iso2,nationality,citizenship,country of incorporation,'
    + 'country of registration,incorporation country,registration country,land,staat,landeskurzel,nationalitat,pays,code pays,nationalite,'
    + 'pays d immatriculation,pais,codigo pais,codigo de pais,nacionalidad,страна,код страны,юрисдикция,гражданство,страна регистрации,'
    + 'sitzland,herkunftsland,staatsangehorigkeit,sitz land,paese,nazione,nazionalita,cittadinanza,pais de origem,nacionalidade,国家,国籍,注册地,'
    + '国家地区,البلد,الدولة,الجنسية',
  start:
    'start,start date,founded,founding date,date founded,established,incorporated,incorporation date,date of incorporation,'
    + 'registration date,creation date,created,date of birth,birth date,birthdate,birthday,dob,born,since,gegrundet,grundung,'
    + 'grundungsdatum,geburtsdatum,geboren,date de creation,date de naissance,ne le,fondee,fundacion,fecha de constitucion,'
    + 'fecha de nacimiento,fecha de creacion,дата рождения,дата создания,дата основания,дата регистрации,основана,date start,birth,'
    + 'date birth,founded on,year founded,gegrundet am,grundungsjahr,geb,geburtstag,data di nascita,data di costituzione,nato il,'
    + 'data de nascimento,data de constituicao,data de fundacao,出生日期,成立日期,注册日期,تاريخ الميلاد,تاريخ التأسيس',
  end: 'end,end date,dissolved,dissolution date,date of dissolution,closed,ceased,date of death,death date,died,liquidated,aufgelost,'
    + 'geloscht,todesdatum,gestorben,date de dissolution,date de radiation,date de deces,disolucion,fecha de disolucion,'
    + 'fecha de defuncion,дата ликвидации,дата смерти,ликвидирована,date end,deathdate,death,date death,died on,deceased,deceased on,'
    + 'sterbedatum,verstorben,verstorben am,erloschen,geloscht am,data di morte,data di cessazione,data de obito,data de falecimento,'
    + 'data de dissolucao,fecha de muerte,fecha de fallecimiento,注销日期,死亡日期,تاريخ الوفاة,تاريخ الحل',
  share: 'ownership percent,ownership percentage,owner share,share,stake,anteil,part,participacion,quota,доля',
  identifier:
    'identifiers,registration number,company number,company registration number,registration no,reg no,reg number,registry number,'
    + 'register number,crn,lei,lei code,isin,imo,imo number,mmsi,vat,vat number,vat code,tax id,tax number,tin,ein,duns,permid,wikidata,'
    + 'wikidata id,opencorporates,opencorporates url,bvd id,swift,bic,cik,passport number,passport,national id,inn,ogrn,okpo,siren,siret,'
    + 'hrb,handelsregisternummer,registernummer,steuernummer,ust id,numero siren,numero d immatriculation,rcs,nif,cif,rfc,cuit,'
    + 'numero de registro,инн,огрн,огрнип,окпо,кпп,регистрационный номер,номер паспорта,steuer id,amtsgericht hrb,codice fiscale,'
    + 'partita iva,numero rea,rea,cnpj,cpf,nipc,统一社会信用代码,注册号,工商注册号,رقم السجل التجاري,السجل التجاري,الرقم الضريبي',
  related:
    'owner,owner id,owner name,owned by,parent,parent id,parent name,parent company,parent company id,parent company name,parent entity,'
    + 'parent entity id,parent organization,parent organisation,parent organization id,holding company,ultimate parent,eigentumer,inhaber,'
    + 'mutter,mutter id,muttergesellschaft,muttergesellschaft id,konzernmutter,obergesellschaft,proprietaire,societe mere,maison mere,'
    + 'propietario,matriz,empresa matriz,proprietario,controllante,capogruppo,empresa mae,владелец,собственник,материнская компания,'
    + 'головная компания,所有者,母公司,المالك,الشركة الأم',
  summary:
    'summary,description,bio,biography,about,profile,beschreibung,zusammenfassung,resume,descripcion,resumen,описание,краткое описание,'
    + 'биография,descrizione,descricao,描述,简介,الوصف,وصف',
};

const OF_CLAIMS: Words = {
  aboutEntity: 'entity,entity id,about entity', aboutRelationship: 'relationship,relationship id,about relationship',
  source: 'source,source id,source ref', stance: 'stance', statement: 'statement,claim,text,quote', locator: 'locator,page',
  made: 'made,date,said', credibility: 'credibility',
};
const OF_SOURCES: Words = {
  id: 'id,source id,key', sourceTitle: 'title,source,source title,name', publisher: 'publisher,outlet', author: 'author,authors',
  published: 'published,date,publication date', sourceUrl: 'url,link,source url,web address',
  sourceKind: 'kind,type,source kind,source type', reliability: 'reliability',
  derivedFrom: 'derived from,copied from,translated from,copy of,translation of',
};

/** Registers that a header names, whatever else stands in it; other headers are the scheme as they are. */
const SCHEMES: Readonly<Record<string, string>> = {
  'lei code': 'LEI', 'imo number': 'IMO', 'vat number': 'VAT', 'vat code': 'VAT', 'wikidata id': 'Wikidata', инн: 'INN', огрн: 'OGRN',
  окпо: 'OKPO', кпп: 'KPP', 'numero siren': 'SIREN', 'bvd id': 'BvD ID', swift: 'BIC',
};

type Role = 'relationships' | 'entities' | 'claims' | 'sources';
/** A meaning of a word; of several columns with one meaning, the one with the lowest rank has it. */
interface RankedMeaning {
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
    for (const [rank, word] of words.split(',').map(headerWord).entries())
      if (!found.has(word)) found.set(word, { as: meaning as ColumnMeaning, rank });
  }
  return found;
}

/** A header as it is compared: as `foldWords` has it, figures apart from letters, without what brackets add ("Share (%)"). */
export function headerWord(header: string): string {
  const outside = header.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ');
  return foldWords(
    (/[\p{Letter}]/u.test(outside) ? outside : header)
      .replace(/(\p{Letter})(\d)/gu, '$1 $2')
      .replace(/(\d)(\p{Letter})/gu, '$1 $2')
      .replaceAll('%', ' percent '),
  );
}

/** Whether a header is a date of birth or death: then its row is a person. */
export function isOfPerson(header: string): boolean {
  return /(^| )(birth|birthdate|birthday|born|dob|death|deathdate|died|deceased|geburt|geburtsdatum|geburtstag|geboren|geb|gestorben|verstorben|todesdatum|sterbedatum|naissance|deces|nacimiento|fallecimiento|nascita|morte|nascimento|obito|рождения|смерти|出生日期|死亡日期|الميلاد|الوفاة)( |$)/u.test(
    headerWord(header),
  );
}

/** What a header means in a table of this role; undefined where it is no usual word. */
export function meaningOf(header: string, role: Role): RankedMeaning | undefined {
  const currency = currencyIn(header);
  const word = headerWord(
    currency === undefined || headerWord(header) === currency.toLowerCase()
      ? header
      : header.replaceAll('_', ' ').replace(new RegExp(`\\b${currency}\\b`, 'i'), ' '),
  );
  return BY_ROLE[role].get(word) ?? BY_ROLE[role].get(word.replace(/ (in |en )?percent$/, ''));
}

/** Whether a text is a usual header of any table. */
export function isHeaderWord(text: string): boolean {
  return ANY.has(headerWord(text));
}

/** The register that a header names. */
export function schemeIn(header: string): string | undefined {
  const word = headerWord(header);
  return Object.hasOwn(SCHEMES, word)
    ? SCHEMES[word]
    : /^(lei|isin|imo|mmsi|vat|duns|inn|ogrn|okpo|siren|siret|cik|bic|permid|wikidata)$/.test(word)
      ? word === 'wikidata'
        ? 'Wikidata'
        : word === 'permid'
          ? 'PermID'
          : word.toUpperCase()
      : undefined;
}

/** The currency that a header names: "Amount (USD)", "value_eur". */
export function currencyIn(header: string): string | undefined {
  return /\b(USD|EUR|GBP|CHF|JPY|CNY|RUB|KPW|KRW|HKD|SGD|AED|TRY|PLN|CZK|SEK|NOK|DKK|CAD|AUD|NZD|INR|BRL|MXN|ZAR|UAH|KZT|EGP|THB|MYR|IDR|ILS|SAR)\b/i
    .exec(header.replaceAll('_', ' '))?.[1]
    ?.toUpperCase();
}
