import type { EntityType } from '../../model';

/** Words for types of entities, parted by commas, singular. */
export type WordsOfEntityTypes = Readonly<Partial<Record<EntityType, string>>>;

/**
 * The words that registers and lists use for types of entities, by language;
 * a word that several types could claim (firm, agency, fund) goes where it is right most often.
 */
export const ENTITY_WORDS: Readonly<Record<'en' | 'de' | 'fr' | 'es' | 'it' | 'pt' | 'ru' | 'zh' | 'ar', WordsOfEntityTypes>> = {
  en: {
    company:
      'company,corporation,corp,firm,business,enterprise,registered entity,limited company,ltd,llc,llp,plc,gmbh,subsidiary,holding,'
      + 'holding company,shell company,shell,offshore,offshore entity,operator,telco,telecom,bank,vendor,supplier,manufacturer,contractor,'
      + 'startup,brand,employer,issuer,broker',
    jointVenture: 'joint venture,jv,venture,consortium',
    publicBody:
      'public body,state body,government,government body,government agency,agency,ministry,department,authority,regulator,court,'
      + 'parliament,embassy,police,army,military,municipality,council,state,central bank,official body,political body',
    person:
      'person,people,individual,human,natural person,man,woman,politician,officer,director,shareholder,employee,character,author,actor,'
      + 'contact,beneficial owner,pep,oligarch,lawyer,journalist,official,user,male,female,student,ceo',
    organization:
      'organization,organisation,org,legal entity,legal person,institution,ngo,association,foundation,charity,trust,fund,party,'
      + 'political party,union,university,school,club,society,nonprofit,non profit,think tank,media,newspaper,community,team,collective,'
      + 'intermediary,legal arrangement,church,international organization,international organisation,venture capital,private equity,'
      + 'venture capital fund',
    network: 'network,mobile network,cable,submarine cable,autonomous system,asn',
    asset:
      'asset,property,real estate,vehicle,ship,vessel,aircraft,yacht,airplane,product,document,account,bank account,domain,website,'
      + 'web site,web page,url,thing,object,software,security,patent,trademark,building,phone,email,equipment,technology,satellite,'
      + 'contract,licence,license',
    event: 'event,meeting,incident,conference,transaction,project,lawsuit,case,trial,election,conflict,war,tender',
    place:
      'place,location,country,city,town,village,region,address,territory,nation,province,county,district,port,airport,jurisdiction,area,'
      + 'continent,island',
  },
  de: {
    company:
      'Unternehmen,Gesellschaft,Firma,Betrieb,Konzern,Kapitalgesellschaft,Personengesellschaft,Aktiengesellschaft,Bank,'
      + 'Tochtergesellschaft,Muttergesellschaft,Holdinggesellschaft,Briefkastenfirma',
    jointVenture: 'Gemeinschaftsunternehmen,Konsortium',
    publicBody:
      'Behörde,Ministerium,Amt,Gericht,Staat,Regierung,Körperschaft des öffentlichen Rechts,Anstalt des öffentlichen Rechts,'
      + 'öffentliche Stelle,Gemeinde,Botschaft,Aufsichtsbehörde',
    person: 'Person,natürliche Person,Privatperson,Einzelperson,Mensch,Politiker,Mann,Frau',
    organization:
      'juristische Person,Organisation,Verein,Verband,Stiftung,Partei,Institution,Universität,Genossenschaft,Fonds,Gewerkschaft',
    network: 'Netz,Netzwerk,Mobilfunknetz',
    asset: 'Vermögenswert,Grundstück,Immobilie,Schiff,Fahrzeug,Flugzeug,Konto,Dokument',
    event: 'Ereignis,Veranstaltung,Projekt,Verfahren',
    place: 'Ort,Land,Stadt,Region,Adresse,Anschrift',
  },
  fr: {
    company:
      'société,entreprise,compagnie,filiale,banque,société anonyme,société par actions,société à responsabilité limitée,société écran',
    jointVenture: 'coentreprise,co-entreprise',
    publicBody:
      'ministère,administration,administration publique,autorité,tribunal,organisme public,gouvernement,état,collectivité,mairie,ambassade',
    person: 'personne,personne physique,individu,homme,femme,particulier',
    organization: 'personne morale,organisation,association,fondation,parti,syndicat,université,fonds,fiducie',
    network: 'réseau',
    asset: 'actif,bien,bien immobilier,immeuble,navire,véhicule,avion,compte',
    event: 'événement,évènement,réunion,projet',
    place: 'lieu,pays,ville,région,adresse',
  },
  es: {
    company: 'empresa,sociedad,compañía,sociedad anónima,sociedad limitada,filial,banco,sociedad mercantil,empresa fantasma',
    jointVenture: 'empresa conjunta,consorcio',
    publicBody:
      'ministerio,organismo público,autoridad,gobierno,tribunal,juzgado,ayuntamiento,administración pública,entidad pública,embajada',
    person: 'persona,persona física,persona natural,individuo,particular,hombre,mujer,político',
    organization:
      'persona jurídica,persona moral,organización,asociación,fundación,partido,partido político,sindicato,universidad,fondo,fideicomiso,'
      + 'cooperativa',
    network: 'red',
    asset: 'activo,bien,inmueble,buque,vehículo,avión,cuenta',
    event: 'evento,reunión,proyecto',
    place: 'lugar,país,ciudad,región,dirección',
  },
  it: {
    company: 'società,impresa,azienda,ditta,società per azioni,società a responsabilità limitata,banca,controllata',
    jointVenture: 'consorzio',
    publicBody: 'ente pubblico,ministero,autorità,governo,tribunale,comune,ambasciata,pubblica amministrazione',
    person: 'persona fisica,individuo,uomo,donna,politico',
    organization: 'persona giuridica,ente,organizzazione,associazione,fondazione,partito,sindacato,università,cooperativa',
    network: 'rete',
    asset: 'bene,immobile,nave,veicolo,aereo,conto',
    event: 'evento,riunione,progetto',
    place: 'luogo,paese,città,regione,indirizzo',
  },
  pt: {
    company: 'sociedade,companhia,sociedade anônima,sociedade anónima,sociedade limitada,firma',
    publicBody: 'ministério,órgão público,autoridade,governo,prefeitura,câmara municipal,entidade pública,embaixada',
    person: 'pessoa,pessoa física,pessoa singular,pessoa natural,indivíduo,homem,mulher',
    organization:
      'pessoa jurídica,pessoa coletiva,pessoa colectiva,organização,associação,fundação,partido,sindicato,universidade,fundo,cooperativa',
    network: 'rede',
    asset: 'ativo,bem,imóvel,navio,veículo,avião,conta',
    event: 'evento,reunião,projeto',
    place: 'lugar,país,cidade,região,endereço',
  },
  ru: {
    company: 'компания,предприятие,фирма,общество,общество с ограниченной ответственностью,акционерное общество,банк,корпорация,холдинг',
    jointVenture: 'совместное предприятие,консорциум',
    publicBody:
      'государственный орган,министерство,ведомство,суд,правительство,государство,госорган,администрация,посольство,муниципалитет',
    person: 'физическое лицо,физлицо,лицо,человек,персона,гражданин,индивидуальный предприниматель,мужчина,женщина',
    organization: 'юридическое лицо,юрлицо,организация,фонд,ассоциация,партия,университет,учреждение,союз,некоммерческая организация',
    network: 'сеть',
    asset: 'актив,имущество,недвижимость,судно,автомобиль,самолет,счет,документ',
    event: 'событие,встреча,проект',
    place: 'место,страна,город,регион,адрес',
  },
  zh: {
    company: '公司,企业,有限公司,有限责任公司,股份有限公司,集团,银行,企业法人,子公司,母公司',
    jointVenture: '合资企业,合资公司',
    publicBody: '政府,机关,部门,国家机关,法院,政府机构,事业单位,大使馆',
    person: '个人,自然人,人,人员,人物,自然人股东',
    organization: '组织,机构,社会团体,基金会,基金,大学,协会,法人,政党,合伙企业',
    network: '网络',
    asset: '资产,房产,不动产,船舶,车辆,飞机,账户',
    event: '事件,会议,项目',
    place: '地点,国家,城市,地区,地址',
  },
  ar: {
    company: 'شركة,شركات,مؤسسة تجارية,منشأة,مصنع,بنك,مصرف,شركة مساهمة,شركة ذات مسؤولية محدودة',
    jointVenture: 'مشروع مشترك',
    publicBody: 'وزارة,هيئة,هيئة حكومية,جهة حكومية,حكومة,محكمة,سفارة,دولة,بلدية',
    person: 'شخص,شخص طبيعي,فرد,أفراد,رجل,امرأة,سياسي',
    organization: 'شخص اعتباري,شخص معنوي,منظمة,مؤسسة,جمعية,حزب,صندوق,جامعة,نقابة',
    network: 'شبكة',
    asset: 'أصل,عقار,سفينة,مركبة,طائرة,حساب',
    event: 'حدث,اجتماع',
    place: 'مكان,بلد,مدينة,منطقة',
  },
};
