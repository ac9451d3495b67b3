/** What a legal form makes of a company, as far as it tells two apart: an "Alpha GmbH" may well stand beside an "Alpha AG". */
export type LegalFormKind =
  | 'limited' | 'stock' | 'partnership' | 'soleTrader' | 'foundation' | 'association' | 'cooperative' | 'state' | 'trust' | 'any';

/**
 * Legal forms as names are written with them, by kind. The Entity Legal Forms code list (ISO 20275, kept by
 * GLEIF: https://www.gleif.org/en/about-lei/code-lists/iso-20275-entity-legal-forms-code-list) is where to look one up; this is a choice
 * from it by hand, for the jurisdictions that cases meet most, with the usual transliterations and English renderings. `any` are words that
 * go with more than one kind: a Chinese or Japanese stock company calls itself "Co., Ltd." in English. Forms are parted by bars.
 */
export const LEGAL_FORMS: Readonly<Record<LegalFormKind, string>> = {
  limited:
    'Ltd|Limited|Private Limited|Pvt Ltd|Pvt Limited|Pte Ltd|Pte Limited|Pty Ltd|Pty Limited|Sdn Bhd|LLC|L.L.C|Limited Liability '
    + 'Company|Limited Liability Co|WLL|W.L.L|FZ LLC|FZE|FZCO|DMCC|DAC|'
    + 'GmbH|Gesellschaft mit beschränkter Haftung|mbH|UG|UG haftungsbeschränkt|GesmbH|SARL|S.à r.l|Société à responsabilité '
    + 'limitée|SRL|S.r.l|S. de R.L|S. de R.L. '
    + 'de C.V|SRLS|SPRL|BVBA|BV|B.V|Besloten Vennootschap|SL|S.L|Sociedad Limitada|SLU|Lda|Limitada|Ltda|'
    + 'EURL|SHPK|SH.P.K|DOOEL|ULC|PLLC|P.L.L.C|LDC|ApS|Anpartsselskab|Sp. z o.o|Spółka z ograniczoną odpowiedzialnością|s.r.o|spol. '
    + 's r.o|Kft|d.o.o|d o o|EOOD|OOD|ЕООД|ООД|OÜ|UAB|SIA|EPE|ΕΠΕ|Ltd Şti|Ltd Sti|Limited Şirketi|IKE|'
    + 'ООО|OOO|Общество с ограниченной ответственностью|ТОВ|TOV|ТОО|TOO|ООД|ОсОО|OsOO|МЧЖ|MChJ|MMC|ШПК|'
    + '有限公司|有限責任公司|有限责任公司|有限会社|合同会社|유한회사|유한책임회사|Yugen Kaisha|Godo Kaisha|TNHH|Công ty TNHH|ذ.م.م|บริษัทจำกัด|จำกัด|בע״מ|בע"מ|בעמ|ش.ذ.م.م',
  stock:
    'PLC|P.L.C|Public Limited Company|Public Company Limited|PCL|Berhad|Bhd|Tbk|AG|Aktiengesellschaft|KGaA|SE|Societas '
    + 'Europaea|SA|S.A|Société Anonyme|Sociedad Anónima|Sociedade Anônima|SA de CV|SAB de CV|S.A.B. '
    + 'de C.V|SAS|S.A.S|Société par actions simplifiée|SpA|S.p.A|Società per azioni|'
    + 'SASU|SH.A|NV|N.V|Naamloze Vennootschap|AB|Aktiebolag|AB publ|ASA|A/S|Aktieselskab|Aksjeselskap|Oyj|Oy|Osakeyhtiö|Oy '
    + 'Ab|hf|ehf|a.s|a. s|akciová společnost|Nyrt|Zrt|d.d|a.d|AD|EAD|АД|ЕАД|AS|Aktsiaselts|AO|A.O|A.Ş|Anonim Şirketi|AE|A.E|ΑΕ|Ανώνυμη '
    + 'Εταιρεία|SAE|S.A.E|SAOG|SAOC|SAL|S.A.L|KSCP|KSCC|PJS|'
    + 'JSC|J.S.C|Joint Stock Company|Joint-Stock Company|OJSC|CJSC|PJSC|Open Joint Stock Company|Closed Joint Stock Company|Public Joint '
    + 'Stock Company|Public JSC|PAO|ПАО|OAO|ОАО|ZAO|ЗАО|АО|НАО|Акционерное общество|Публичное акционерное общество|Открытое акционерное '
    + 'общество|Закрытое акционерное общество|'
    + 'Aktsionernoe obshchestvo|Publichnoe aktsionernoe obshchestvo|Otkrytoe aktsionernoe obshchestvo|Zakrytoe aktsionernoe '
    + 'obshchestvo|ПАТ|ПрАТ|PAT|PrAT|ВАТ|VAT|ЗАТ|Акціонерне товариство|AJ|АҚ|QSC|QPSC|PSC|BSC|'
    + '股份有限公司|股份公司|股份有限責任公司|株式会社|（株）|(株)|㈱|KK|K.K|Kabushiki Kaisha|Kabushiki Gaisha|주식회사|㈜|(주)|Chusik Hoesa|Jusik Hoesa|CTCP|Công ty cổ '
    + 'phần|PT|P.T|Perseroan Terbatas|มหาชน|จำกัดมหาชน|ش.م.م|ش.م.ك|مساهمة',
  partnership:
    'LLP|L.L.P|Limited Liability Partnership|LP|L.P|Limited Partnership|LLLP|SLP|General Partnership|KG|Kommanditgesellschaft|GmbH & Co '
    + 'KG|GmbH & Co. KG|AG & Co KG|OHG|GbR|SCS|SCSp|S.C.Sp|SNC|S.n.c|SCA|S.C.A|CV|C.V|VOF|V.O.F|K/S|I/S|KB|HB|ANS|Ky|Sp.k|Sp. '
    + 'j|КТ|合伙企业|有限合伙|有限合伙企业|合名会社|合資会社|合伙',
  soleTrader: 'ИП|Индивидуальный предприниматель|ФОП|FOP|e.K|e.Kfm|EI|EIRL|个体工商户',
  foundation:
    'Stiftung|Foundation|Fondation|Fundación|Fondazione|Stichting|Anstalt|Fundatia|Фонд|基金会|財団法人|公益財団法人|一般財団法人|재단법인|Waqf|وقف',
  association: 'e.V|eingetragener Verein|Verein|ASBL|VZW|Association|НКО|АНО|一般社団法人|社団法人|사단법인|协会',
  cooperative: 'eG|eingetragene Genossenschaft|Genossenschaft|Cooperative|Coop|SCOP|Osuuskunta|ОАК|农民专业合作社',
  state:
    'ФГУП|FGUP|ГУП|GUP|МУП|MUP|FSUE|Federal State Unitary Enterprise|State Unitary Enterprise|ГП|State Enterprise|SOE|EPE Etablissement '
    + 'public|EPIC|全民所有制|国有独资公司',
  trust: 'Trust|Trustees|Trust Company|信托',
  any: 'Co|Company|Co Ltd|Company Ltd|Company Limited|Co Limited|Co LLC|Company LLC|Corp|Corporation|Corp Ltd|Corporation '
    + 'Limited|Inc|Incorporated|Inc Ltd|Cie|Compagnie|& Co|and Company|& '
    + 'Cie|公司|有限|会社|회사|شركة|שותפות|Pty|Pte|Pvt|Private|Public|Pub|Publ|бх|The',
};
