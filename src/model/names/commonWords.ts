/**
 * Words that many names share and that languages translate instead of transliterating, each list under the one word that
 * stands for it: 技术 and "Technologies" are one. The first is the word itself; inflected and abbreviated forms follow. They
 * weigh little when names are compared. Chosen by hand; parted by bars.
 */
export const COMMON_WORDS: readonly string[] = [
  'group|groupe|gruppe|grupo|gruppo|groep|gruppa|группа|группы|集团|集團|グループ|그룹|مجموعة',
  'holding|holdings|kholding|холдинг|控股|ホールディングス|홀딩스|القابضة|hldg|hldgs|holdco',
  'technology|technologies|tech|technological|tekhnologii|технологии|技术|技術|科技|テクノロジー|기술',
  'electronics|electronic|elektronik|elektronika|электроника|电子|電子|전자',
  'telecom|telecommunication|telecommunications|telekom|телеком|电信|電信|통신|telecomm|تيليكوم', 'communication|communications|通信|通讯|通訊',
  'network|networks|网络|網絡|네트워크',
  'international|internationale|internacional|internazionale|intl|int|международный|международная|国际|國際|국제|الدولية',
  'trade|trading|trading co|handel|handels|torgovyy|торговый|торговая|贸易|貿易|商贸|무역|للتجارة|comercial|comercio|commercial|commerce',
  'industry|industries|industrial|industrie|industria|industrias|промышленность|工业|工業|실업|산업|ind',
  'bank|banque|banco|banca|банк|银行|銀行|은행|بنك', 'insurance|versicherung|assurance|seguros|страхование|страховая|保险|保險|보험',
  'investment|investments|invest|инвест|инвестиции|投资|投資|투자|investissement|inversiones|investimentos',
  'finance|financial|finans|финанс|финансовая|金融|财务|금융', 'capital|капитал|资本|資本', 'fund|funds|fonds|fondo|基金',
  'management|менеджмент|管理|mgmt', 'service|services|servis|сервис|услуги|servicios|服务|服務|서비스',
  'development|developments|развитие|发展|發展|开发|개발', 'engineering|инжиниринг|工程|ingenieria',
  'construction|constructions|строительство|строительная|建设|建筑|建設|건설|construccion|bau', 'energy|energie|energia|энергия|энергетика|能源|에너지',
  'oil|petroleum|neft|нефть|нефтяная|石油|석유|petroleo', 'gas|газ|天然气|가스', 'shipping|судоходная|航运|海运|해운|maritime|marine|морская',
  'logistics|logistik|логистика|物流|물류', 'transport|transportation|transports|транспорт|运输|運輸|운수|transporte',
  'chemical|chemicals|химия|化工|化学|화학', 'steel|stal|сталь|钢铁|鋼鐵|제철|철강', 'mining|горнодобывающая|矿业|礦業|광업|minera',
  'automobile|automotive|auto|avto|авто|汽车|汽車|자동차', 'machinery|machine|maschinen|машиностроение|机械|機械|기계', 'equipment|оборудование|设备|設備',
  'pharmaceutical|pharmaceuticals|pharma|pharm|фарма|фармацевтика|制药|製薬|医药|제약', 'medical|медицинский|医疗|医疗器械', 'food|foods|食品|식품',
  'agriculture|agricultural|agro|агро|农业|농업', 'import|импорт|进口|进出口', 'export|экспорт|出口|수출', 'system|systems|системы|系统|系統|시스템',
  'software|программное|软件|軟件', 'information|информационные|信息|資訊|정보', 'science|sciences|scientific|наука|научный|科学|과학',
  'research|исследования|研究|연구', 'institute|институт|研究所|研究院|연구소|institut|instituto',
  'university|университет|大学|大學|대학교|universitat|universidad|universite', 'ministry|министерство|部|ministere|ministerio|ministerium|وزارة',
  'committee|комитет|委员会|위원회', 'corporation|корпорация|总公司|總公司',
  'enterprise|enterprises|предприятие|企业|企業|기업|entreprise|entreprises|empresa', 'factory|plant|zavod|завод|工厂|공장',
  'real estate|realty|недвижимость|房地产|immobilien|immobiliare|inmobiliaria|부동산|property|properties',
  'consulting|consultancy|consultants|консалтинг|咨询|컨설팅', 'solution|solutions|решения', 'partner|partners|партнеры', 'global|глобал|全球|环球',
  'new|новый|novyy|新', 'company of|of|de|des|du|der|die|das|del|della|di|da|la|le|les|el|al|und|and|et|y|e|the|for|für|по|и|для|в',
  'national|nacional|nazionale|национальный|national company|国家', 'state|государственный|государственная|国营|국영', 'general|генеральный|总|총',
  'branch|filial|филиал|分公司|支店|지점|succursale|sucursal|zweigniederlassung', 'china|中国|中國|китай|중국', 'japan|日本|일본', 'korea|한국|韩国|корея|조선|朝鲜',
  'hong kong|香港|hongkong', 'russia|россия|русский|российский|российская|俄罗斯', 'russian', 'europe|european|европа|欧洲',
  'asia|азия|亚洲|アジア|아시아', 'america|american|americas|美国|америка', 'middle east|中东|الشرق الأوسط', 'egypt|مصر|egyptian', 'beijing|北京|пекин',
  'shanghai|上海|шанхай', 'shenzhen|深圳', 'guangzhou|广州', 'guangdong|广东', 'tianjin|天津', 'nanjing|南京', 'dalian|大连', 'dandong|丹东', 'shenyang|沈阳',
  'pyongyang|평양|平壤|пхеньян', 'moscow|moskva|москва|莫斯科', 'saint petersburg|st petersburg|sankt peterburg|санкт петербург',
  'north|northern|северный', 'south|southern|южный', 'east|eastern|восточный', 'west|western|западный',
];

/** Which of the common words are names of places: they tell a parent from its daughter, and weigh as any other word. */
export const PLACE_WORDS: ReadonlySet<string> = new Set([
  'china', 'japan', 'korea', 'hong kong', 'russia', 'russian', 'europe', 'asia', 'america', 'middle east', 'egypt', 'beijing', 'shanghai',
  'shenzhen', 'guangzhou', 'guangdong', 'tianjin', 'nanjing', 'dalian', 'dandong', 'shenyang', 'pyongyang', 'moscow', 'saint petersburg',
  'north', 'south', 'east', 'west',
]);
