import type { RelationshipType } from '../../model';

/** Words for each type, parted by commas: read from start to end; those after a "<" from end to start. */
type WordsOfTypes = Readonly<Partial<Record<RelationshipType, string>>>;

/** The usual words of a language. */
interface LanguageWords {
  /** Verbs, and nouns that say no more than the type. */
  readonly words: WordsOfTypes;
  /** Nouns for what somebody is to the other end, which say more than the type: they become the role. */
  readonly roles: WordsOfTypes;
}

/**
 * The words that registers and lists use for relationships, by language. A noun for a party says what the start is to the
 * end ("supplier": the start supplies the end). Words that lists use both ways (subsidiary, Tochter, filiale) are not
 * here: whoever has them in a table says how they are meant.
 * One table, long as it is: a word must mean one type in all languages, which is seen where they stand together.
 */
export const RELATIONSHIP_WORDS: Readonly<Record<'en' | 'de' | 'fr' | 'es' | 'it' | 'pt' | 'ru' | 'zh' | 'ar', LanguageWords>> = {
  en: {
    words: {
      owns: 'own,ownership,owner,owner of,owns shares in,holds shares in,shareholding,stake,stake in,equity<owned by,subsidiary of,'
        + 'is a subsidiary of,is subsidiary of,wholly owned by',
      controls: 'control,controlling,parent company of,beneficially owns<controlled by,is controlled by',
      trusteeOf: 'trustee,trustee of,trustee for',
      partnerIn: 'partner in,joint venture partner,joint venture partner in,is partner in',
      partnersWith:
        'partner,partners with,partnership,partner of,cooperates with,collaborates with,collaboration,alliance,allied with,'
        + 'business partner',
      operates: 'operate,operator of<operated by',
      provides: 'provide,provides services to,service provider,serves',
      competesWith: 'competitor,competitor of,competition,rival,rival of',
      activeIn: 'active in,operates in,does business in',
      supplies: 'supply,supplier,supplier of,supplier to,sells to,delivers to<supplied by,customer,customer of,buys from,purchases from',
      builds: 'build,builder of,constructs<built by',
      intermediaryFor: 'intermediary,intermediary of,intermediary for,middleman,middleman for,agent for',
      contracts: 'contract,contracted,contract with,agreement,agreement with',
      finances:
        'finance,funds,funded,funding,invests in,investor,investor in,investment,donates to,donated to,donation,donor<funded by,'
        + 'financed by',
      pays: 'pay,payment,paid,transfer,transferred,transaction,sent money to,transfers money to<paid by,receives money from',
      lendsTo: 'loan,lender,lender to,loaned to,creditor,creditor of<borrows from,borrower,debtor,debtor of',
      licenses: 'license,licence,licences,licensor<licensed by,licensee of',
      regulates: 'regulate,regulator,regulator of<regulated by',
      sanctions: 'sanction,sanctioned,designates<sanctioned by',
      investigates: 'investigate,investigation,investigated<investigated by,under investigation by',
      charges: 'charged,indicts,indicted,prosecutes<charged by,indicted by,prosecuted by',
      directs: 'directorship,heads,manages,leads,runs,board member,member of the board,board member of,chairs<managed by,headed by,led by',
      employs: 'employ,employer,employer of<works for,works at,worked for,employee,employee of,employed by,employment',
      family: 'relative,relative of,related,kin,sibling,sibling of,married,married to,spouse of',
      memberOf: 'member,member of,membership,belongs to,part of group',
      represents:
        'representative,representative of,represent,lawyer,lawyer of,lawyer for,attorney of,power of attorney,agent of,'
        + 'lobbies for<represented by',
      meets: 'met,meeting,met with,meets with',
      locatedIn:
        'located in,location,based in,lives in,resides in,address,registered address,registered in,headquartered in,incorporated in',
      tookPartIn: 'participant,participant in,participated in,participates in,attended,attends,attendee',
      documents: 'document,documentation,mentions<mentioned in',
      succeeds: 'successor,successor of,successor to,replaces,formerly,merged from<predecessor,predecessor of,merged into,renamed to',
      sameAs: 'same,same as,sameas,is same as,identical,identical to,alias,alias of,also known as',
      linkedTo:
        'link,linked,linked to,link to,related to,relates to,relation,connection,connected,connected to,associated with,association,edge,'
        + 'interacts with,pp',
    },
    roles: {
      owns: 'shareholder,stockholder,majority shareholder,minority shareholder,nominee shareholder,co owner,sole owner,sole shareholder,'
        + 'legal owner',
      controls: 'beneficial owner,ultimate beneficial owner,ubo,controller,person with significant control',
      directs:
        'director,ceo,cfo,coo,cto,chief executive,chief executive officer,chief financial officer,chief operating officer,chairman,'
        + 'chairwoman,chairperson,chair,president,vice president,secretary,company secretary,treasurer,manager,managing director,'
        + 'executive director,non executive director,executive,founder,co founder,minister,head,supervisory board member,'
        + 'member of the supervisory board',
      represents: 'authorised signatory,authorized signatory,legal representative,nominee',
      family:
        'father,mother,son,daughter,brother,sister,husband,wife,spouse,uncle,aunt,nephew,niece,cousin,grandfather,grandmother,'
        + 'father in law,mother in law,son in law,daughter in law,brother in law,sister in law',
    },
  },
  de: {
    words: {
      owns: 'Eigentum,Eigentümer,Eigentümer von,Besitzer,Inhaber,Inhaber von,Beteiligung,Beteiligung an,beteiligt an,ist beteiligt an,'
        + 'Kapitalbeteiligung,Unternehmensbeteiligung,Anteil,Anteile,Anteil an,hält Anteile an,Anteilsbesitz,Aktienbesitz,'
        + 'besitzt<im Besitz von,im Eigentum von,gehört,gehört zu,Tochter von,Tochtergesellschaft von,Tochterunternehmen von',
      controls:
        'Kontrolle,kontrolliert,beherrscht,Beherrschung,Muttergesellschaft von,Mutterunternehmen von<kontrolliert von,beherrscht von',
      trusteeOf: 'Treuhänder,Treuhänder von,Treuhand',
      partnersWith:
        'Partner von,Partnerschaft,Kooperation,Kooperationspartner,Geschäftspartner,Zusammenarbeit,arbeitet zusammen mit,Allianz',
      operates: 'Betreiber,Betreiber von,betreibt',
      provides: 'Dienstleister,Dienstleister von,Dienstleister für',
      competesWith: 'Wettbewerber,Konkurrent,Mitbewerber',
      supplies:
        'Lieferant,Lieferant von,Zulieferer,Zulieferer von,beliefert,liefert an,verkauft an,Auftragnehmer,Verkäufer<Kunde,Kunde von,'
        + 'Abnehmer,Käufer,Auftraggeber,kauft von',
      builds: 'baut,Bauunternehmer,Erbauer',
      intermediaryFor: 'Vermittler,Zwischenhändler,Mittelsmann,Makler',
      contracts: 'Vertrag,Vertragspartner,Vertrag mit,Vereinbarung',
      finances:
        'Investor,Investor in,investiert in,Investition,Geldgeber,Kapitalgeber,Förderer,Spender,Spende,spendet an,'
        + 'finanziert<finanziert von',
      pays: 'Zahlung,zahlt,zahlt an,Überweisung,überweist an,Zahler<Zahlungsempfänger,bezahlt von',
      lendsTo: 'Darlehen,Kredit,Kreditgeber,Darlehensgeber,Gläubiger<Kreditnehmer,Darlehensnehmer,Schuldner',
      licenses: 'Lizenz,Lizenzgeber<Lizenznehmer',
      regulates: 'Aufsicht,Aufsichtsbehörde,beaufsichtigt<beaufsichtigt von',
      sanctions: 'Sanktion,sanktioniert<sanktioniert von',
      investigates: 'Ermittlung,ermittelt gegen',
      directs: 'leitet,führt,Leitung<geleitet von,geführt von',
      employs:
        'Arbeitgeber,Arbeitgeber von,beschäftigt<Mitarbeiter,Mitarbeiter von,Arbeitnehmer,Angestellter,Beschäftigter,arbeitet für,'
        + 'arbeitet bei,angestellt bei,beschäftigt bei',
      family: 'Verwandter,verwandt,verwandt mit,Familie,verheiratet,verheiratet mit,Angehöriger',
      memberOf: 'Mitglied,Mitglied von,Mitglied in,Mitgliedschaft',
      represents: 'Vertreter,Vertreter von,vertritt,Vertretung<vertreten durch,vertreten von',
      meets: 'Treffen,getroffen',
      locatedIn: 'Sitz,Sitz in,Adresse,Anschrift,Standort,wohnhaft in',
      tookPartIn: 'Teilnehmer,Teilnahme',
      succeeds: 'Nachfolger,Nachfolger von,Rechtsnachfolger,Rechtsnachfolger von<Vorgänger,Rechtsvorgänger',
      sameAs: 'identisch,identisch mit',
      linkedTo: 'Verbindung,verbunden,verbunden mit,Beziehung,sonstige,sonstiges,Sonstige Verbindung',
    },
    roles: {
      owns: 'Gesellschafter,Alleingesellschafter,Hauptgesellschafter,Mehrheitsgesellschafter,Minderheitsgesellschafter,Mitgesellschafter,'
        + 'stiller Gesellschafter,persönlich haftender Gesellschafter,geschäftsführender Gesellschafter,Gesellschafter-Geschäftsführer,'
        + 'Komplementär,Kommanditist,Aktionär,Hauptaktionär,Großaktionär,Mehrheitsaktionär,Minderheitsaktionär,Alleinaktionär,'
        + 'Anteilseigner,Anteilsinhaber,Alleininhaber,Alleineigentümer,Miteigentümer,Mehrheitseigentümer,Mehrheitsbeteiligung,'
        + 'Minderheitsbeteiligung',
      controls: 'wirtschaftlich Berechtigter,wirtschaftlich Berechtigte,wirtschaftlicher Eigentümer',
      directs:
        'Vorstand,Vorstandsmitglied,Mitglied des Vorstands,Mitglied im Vorstand,Vorstandsvorsitzender,Vorsitzender des Vorstands,'
        + 'Vorstandssprecher,Finanzvorstand,Geschäftsführer,Geschäftsführung,Geschäftsleiter,Geschäftsleitung,alleiniger Geschäftsführer,'
        + 'Direktor,Generaldirektor,Aufsichtsrat,Aufsichtsratsmitglied,Mitglied des Aufsichtsrats,Mitglied im Aufsichtsrat,'
        + 'Aufsichtsratsvorsitzender,Vorsitzender des Aufsichtsrats,Verwaltungsrat,Mitglied des Verwaltungsrats,Verwaltungsratspräsident,'
        + 'Beirat,Beiratsmitglied,Präsident,Vizepräsident,Vorsitzender,stellvertretender Vorsitzender,Leiter,Schatzmeister,Liquidator,'
        + 'Abwickler,Gründer,Gründungsgesellschafter',
      represents:
        'Prokurist,Prokura,Einzelprokura,Gesamtprokura,Bevollmächtigter,Handlungsbevollmächtigter,gesetzlicher Vertreter,Anwalt,'
        + 'Rechtsanwalt',
      family:
        'Ehemann,Ehefrau,Ehegatte,Ehepartner,Vater,Sohn,Bruder,Schwester,Onkel,Tante,Neffe,Nichte,Schwager,Schwägerin,Schwiegersohn,'
        + 'Schwiegervater',
    },
  },
  fr: {
    words: {
      owns: 'propriétaire,propriétaire de,propriété,participation,participation dans,détient,possède,détenteur,détention<détenu par,'
        + 'détenue par,appartient à,filiale de',
      controls: 'contrôle,contrôlant,société mère de<contrôlé par,contrôlée par',
      trusteeOf: 'fiduciaire',
      partnersWith: 'partenaire,partenariat,partenaire de,coopération,collaboration avec',
      operates: 'exploitant,exploite',
      provides: 'prestataire,prestataire de',
      competesWith: 'concurrent,concurrent de',
      supplies: 'fournisseur,fournisseur de,fournit,vend à,vendeur<client,client de,acheteur,acheteur de',
      intermediaryFor: 'intermédiaire,intermédiaire de,courtier',
      contracts: 'contrat,contrat avec,accord',
      finances: 'investisseur,investissement,investit dans,finance,financement,donateur,don<financé par,financée par',
      pays: 'paiement,paie,virement,payeur<payé par',
      lendsTo: 'prêt,prêteur,créancier<emprunteur,débiteur',
      licenses: 'licence de,concédant<licencié de',
      directs: 'dirige,direction<dirigé par,dirigée par',
      employs: 'employeur,emploie<employé,employée,salarié,salariée,travaille pour,travaille chez',
      family: 'parent de,apparenté,famille,marié,mariée,marié à',
      memberOf: 'membre,membre de,adhérent,adhésion',
      represents: 'représentant,représentant de,représente,représentation<représenté par',
      locatedIn: 'siège,siège social,adresse,situé à',
      succeeds: 'successeur,successeur de<prédécesseur',
      sameAs: 'identique,identique à',
      linkedTo: 'lien,lié à,liée à,relation,autre,autre lien',
    },
    roles: {
      owns: 'actionnaire,actionnaire majoritaire,actionnaire minoritaire,actionnaire principal,actionnaire unique,associé,associé unique,'
        + 'associée unique,associé gérant,associé majoritaire,associé commanditaire,associé commandité,associé en nom,porteur de parts,'
        + 'copropriétaire,nu-propriétaire,usufruitier,sociétaire',
      controls: 'bénéficiaire effectif,bénéficiaire effective,bénéficiaire ultime',
      directs:
        'administrateur,administratrice,administrateur délégué,membre du conseil d’administration,membre du conseil de surveillance,'
        + 'membre du directoire,président,présidente,président du conseil,président directeur général,pdg,directeur,directrice,'
        + 'directeur général,directrice générale,directeur général délégué,gérant,gérante,cogérant,dirigeant,dirigeante,liquidateur,'
        + 'secrétaire général,trésorier,trésorière,fondateur,fondatrice,commissaire aux comptes',
      represents: 'mandataire,mandataire social,représentant légal,fondé de pouvoir,avocat,avocate,procuration',
      family:
        'père,mère,fils,fille,frère,sœur,soeur,époux,épouse,mari,conjoint,conjointe,oncle,tante,neveu,nièce,beau-frère,belle-sœur,'
        + 'beau-père,gendre',
    },
  },
  es: {
    words: {
      owns: 'propietario,propietaria,propietario de,dueño,dueña,dueño de,propiedad,participación,participación en,posee,es dueño de,'
        + 'titularidad<propiedad de,pertenece a,filial de,poseído por,participada por',
      controls: 'control de,controla,matriz de<controlado por,controlada por',
      trusteeOf: 'fiduciario,fideicomisario',
      partnersWith: 'socio comercial,alianza,colaboración,asociación,coopera con',
      operates: 'operador,operador de,opera',
      provides: 'prestador de servicios,proveedor de servicios',
      competesWith: 'competidor,competidor de',
      supplies: 'proveedor,proveedora,proveedor de,suministra,suministrador,vende a,vendedor<cliente,cliente de,comprador,compra a',
      intermediaryFor: 'intermediario,intermediario de',
      contracts: 'contrato,contrato con,acuerdo,contratista',
      finances: 'inversor,inversora,inversionista,inversión,invierte en,financia,donante,donación<financiado por,financiada por',
      pays: 'pago,paga,transferencia,pagador<pagado por',
      lendsTo: 'préstamo,prestamista,acreedor,acreedora<prestatario,deudor,deudora',
      licenses: 'licenciante<licenciatario',
      directs: 'dirige,dirección<dirigido por,dirigida por',
      employs: 'empleador,empleadora,emplea<empleado,empleada,trabajador,trabajadora,trabaja para,trabaja en',
      family: 'familiar,pariente,pariente de,familia,casado con,casada con',
      memberOf: 'miembro,miembro de,afiliado,afiliación',
      represents: 'representante,representante de,representa<representado por',
      locatedIn: 'sede,domicilio,domicilio social,dirección en,ubicado en',
      succeeds: 'sucesor,sucesora,sucesor de<predecesor,predecesora',
      sameAs: 'idéntico a',
      linkedTo: 'vínculo,vinculado a,vinculada a,relacionado con,relación,otro,otros',
    },
    roles: {
      owns: 'socio,socia,accionista,accionista mayoritario,accionista minoritario,accionista único,socio único,socia única,'
        + 'socio mayoritario,socio capitalista,socio fundador,copropietario,titular,partícipe',
      controls: 'beneficiario final,beneficiario efectivo,titular real,beneficiario real',
      directs:
        'administrador,administradora,administrador único,administradora única,administrador solidario,administrador mancomunado,'
        + 'administrador concursal,apoderado general,director,directora,director general,directora general,gerente,gerente general,'
        + 'consejero,consejera,consejero delegado,consejera delegada,miembro del consejo,miembro de la junta directiva,presidente,'
        + 'presidenta,vicepresidente,vicepresidenta,secretario,secretaria,tesorero,tesorera,liquidador,fundador,fundadora,directivo',
      represents: 'apoderado,apoderada,representante legal,abogado,abogada,mandatario',
      family:
        'padre,madre,hijo,hija,hermano,hermana,esposo,esposa,marido,cónyuge,tío,tía,sobrino,sobrina,primo,prima,cuñado,cuñada,suegro,'
        + 'suegra,yerno,nuera',
    },
  },
  it: {
    words: {
      owns: 'proprietario,proprietaria,proprietà,titolare di,partecipazione,partecipazione in,quota,quote,detiene,possiede,'
        + 'titolare di quote<posseduto da,posseduta da,detenuta da,di proprietà di,appartiene a,partecipata da',
      controls: 'controllo di,controlla,controllante<controllato da,controllata da',
      trusteeOf: 'fiduciaria',
      partnersWith: 'partner commerciale,collaborazione,alleanza',
      operates: 'gestore,gestisce,operatore',
      provides: 'prestatore di servizi,fornitore di servizi',
      competesWith: 'concorrente,concorrente di',
      supplies: 'fornitore,fornitrice,fornitore di,fornisce,vende a,venditore<cliente di,acquirente,compratore,acquista da',
      intermediaryFor: 'intermediario di,mediatore',
      contracts: 'contratto,contratto con,accordo',
      finances: 'investitore,investimento,investe in,finanzia,finanziatore,donatore,donazione<finanziato da,finanziata da',
      pays: 'pagamento,bonifico,paga a,pagatore<pagato da',
      lendsTo: 'prestito,creditore,mutuante<debitore,mutuatario',
      directs: 'dirige,guida<diretto da,diretta da',
      employs: 'datore di lavoro<dipendente,impiegato,impiegata,lavora per,lavora presso',
      family: 'parente,parente di,famiglia,sposato con,sposata con',
      memberOf: 'membro,membro di,iscritto,appartenenza',
      represents: 'rappresentante,rappresentante di,rappresenta<rappresentato da',
      locatedIn: 'sede legale,indirizzo,residente in',
      succeeds: 'successore,successore di<predecessore',
      linkedTo: 'legame,collegato a,collegata a,relazione,altro',
    },
    roles: {
      owns: 'azionista,azionista di maggioranza,azionista di minoranza,azionista unico,socio unico,socio di maggioranza,'
        + 'socio di minoranza,socio accomandante,socio accomandatario,socio amministratore,quotista,comproprietario,nudo proprietario,'
        + 'usufruttuario',
      controls: 'titolare effettivo,titolare effettiva,beneficiario effettivo',
      directs:
        'amministratore,amministratrice,amministratore unico,amministratore delegato,consigliere,consigliera,consigliere delegato,'
        + 'consigliere di amministrazione,membro del consiglio di amministrazione,presidente del consiglio di amministrazione,direttore,'
        + 'direttrice,direttore generale,dirigente,sindaco,sindaco effettivo,sindaco supplente,presidente del collegio sindacale,revisore,'
        + 'liquidatore,vicepresidente del consiglio,fondatore,fondatrice,tesoriere,segretario',
      represents: 'procuratore,procuratore speciale,rappresentante legale,legale rappresentante,avvocato,avvocata',
      family: 'figlio,figlia,fratello,sorella,marito,moglie,coniuge,zio,zia,cugino,cugina,cognato,cognata,suocero,suocera,genero',
    },
  },
  pt: {
    words: {
      owns: 'proprietário,proprietária,dono,dona,dono de,propriedade,participação,participação em,detém,possui,quotas<detido por,'
        + 'detida por,propriedade de,pertence a,subsidiária de',
      controls: 'controle de,controla,controlador,controladora<controlado por,controlada por',
      trusteeOf: 'fiduciário',
      partnersWith: 'parceiro,parceira,parceria,parceiro de',
      operates: 'operador de,opera',
      provides: 'prestador de serviços',
      competesWith: 'concorrente,concorrente de',
      supplies: 'fornecedor,fornecedora,fornecedor de,fornece,vende a,vendedor<cliente de,comprador de',
      intermediaryFor: 'intermediário,intermediária',
      contracts: 'contrato com,acordo',
      finances: 'investidor,investidora,investimento,investe em,financiador,doador,doação<financiado por,financiada por',
      pays: 'pagamento,paga,transferência,pagador<pago por',
      lendsTo: 'empréstimo,mutuante,credor,credora<mutuário,devedor,devedora',
      directs: 'dirige,direção,administração<dirigido por,dirigida por',
      employs: 'empregador,empregadora<empregado,empregada,funcionário,funcionária,trabalha para,trabalha em',
      family: 'familiar de,parente,família,casado com,casada com',
      memberOf: 'membro,membro de,filiado,filiação',
      represents: 'representante de,representa<representado por',
      locatedIn: 'sede,endereço,morada,domicílio',
      succeeds: 'sucessor,sucessora<antecessor,antecessora',
      linkedTo: 'vínculo,ligação,ligado a,ligada a,relação,outro,outros',
    },
    roles: {
      owns: 'sócio,sócia,sócio-administrador,sócia-administradora,sócio-gerente,sócio único,sócio majoritário,sócio maioritário,'
        + 'sócio quotista,sócio cotista,cotista,quotista,acionista,accionista,acionista controlador,acionista majoritário,'
        + 'acionista maioritário,acionista minoritário,acionista único,coproprietário,usufrutuário',
      controls: 'beneficiário final,beneficiária final,beneficiário efetivo,beneficiário efectivo',
      directs:
        'administrador,administradora,diretor,diretora,director,directora,diretor-geral,diretor presidente,diretor executivo,'
        + 'diretor financeiro,gerente,gerente delegado,conselheiro,conselheira,membro do conselho,membro do conselho de administração,'
        + 'conselheiro de administração,conselheiro fiscal,presidente do conselho de administração,presidente,vice-presidente,secretário,'
        + 'tesoureiro,tesoureira,liquidante,liquidatário,fundador,fundadora,dirigente',
      represents: 'procurador,procuradora,representante legal,advogado,advogada',
      family: 'pai,mãe,filho,filha,irmão,irmã,marido,esposa,cônjuge,tio,tia,sobrinho,sobrinha,primo,cunhado,cunhada,sogro,sogra,genro,nora',
    },
  },
  ru: {
    words: {
      owns: 'собственник,владелец,владелица,владение,владеет,собственность,участие,участие в капитале,доля,доля участия,доля в капитале,'
        + 'акции,имеет долю в,владеет долей в<принадлежит,в собственности,дочерняя компания от,находится во владении',
      controls:
        'контроль,контролирует,контролирующая компания,контролирующий собственник,материнская компания для<контролируется,под контролем',
      trusteeOf: 'доверительный управляющий,попечитель',
      partnersWith: 'партнер,партнер по бизнесу,партнерство,сотрудничество,сотрудничает с',
      operates: 'оператор,управляет объектом',
      provides: 'исполнитель,оказывает услуги',
      competesWith: 'конкурент',
      supplies: 'поставщик,поставляет,поставки,поставка,продавец,подрядчик,продает<покупатель,заказчик,клиент,покупает у',
      builds: 'строит,застройщик',
      intermediaryFor: 'посредник',
      contracts: 'договор,контракт,соглашение',
      finances: 'инвестор,инвестиции,инвестирует в,финансирует,спонсор,донор,жертвователь,пожертвование<финансируется',
      pays: 'платеж,оплата,перевод,платит,плательщик<получатель платежа',
      lendsTo: 'заем,кредит,займ,кредитор,заимодавец<заемщик,должник',
      licenses: 'лицензиар<лицензиат',
      regulates: 'регулятор,регулирует,надзор',
      sanctions: 'санкции,ввел санкции против',
      directs: 'руководит,возглавляет,управляет<под руководством',
      employs: 'работодатель<сотрудник,сотрудница,работник,работница,работает в,работает на,служащий',
      family: 'родственник,родственница,родственники,родственная связь,семья',
      memberOf: 'член,членство,входит в,состоит в',
      represents: 'представляет<представлен',
      locatedIn: 'адрес,местонахождение,место нахождения,зарегистрирован в',
      tookPartIn: 'принял участие,участвовал',
      succeeds: 'правопреемник,преемник<предшественник,правопредшественник',
      linkedTo: 'связь,связан,связан с,связана с,прочее,другое,иное',
    },
    roles: {
      owns: 'учредитель,учредители,соучредитель,участник,участники,участник общества,единственный участник,единственный учредитель,'
        + 'акционер,акционеры,мажоритарный акционер,миноритарный акционер,единственный акционер,совладелец,пайщик,дольщик,держатель акций',
      controls: 'бенефициар,бенефициарный владелец,конечный бенефициар,бенефициары,контролирующее лицо',
      directs:
        'директор,генеральный директор,исполнительный директор,финансовый директор,коммерческий директор,управляющий директор,гендиректор,'
        + 'руководитель,управляющий,президент,вице-президент,председатель,председатель правления,председатель совета директоров,'
        + 'член совета директоров,член правления,член наблюдательного совета,член совета,ликвидатор,конкурсный управляющий,основатель,'
        + 'основательница,глава,министр,начальник',
      represents: 'представитель,доверенное лицо,адвокат,юрист,по доверенности,законный представитель',
      family: 'отец,мать,сын,дочь,брат,сестра,муж,жена,супруг,супруга,дядя,тетя,племянник,племянница,тесть,теща,зять,свекор,свекровь',
    },
  },
  zh: {
    words: {
      owns: '持股,参股,控股,股权,持有股份,持有股权,出资,对外投资,所有者,所有人,拥有<被持股,隶属于',
      controls: '控制,控制关系,母公司为<被控制,受控于',
      trusteeOf: '受托人,信托',
      partnersWith: '合作,合作伙伴,合作关系',
      operates: '运营,经营',
      competesWith: '竞争,竞争对手',
      supplies: '供应,供应商,供货商,卖方<客户,采购商,买方',
      contracts: '合同,协议',
      finances: '投资,融资,资助,捐赠',
      pays: '付款,支付,转账,付款人<收款人',
      lendsTo: '贷款,借款,债权人,贷款人,出借人<债务人,借款人',
      regulates: '监管',
      sanctions: '制裁',
      employs: '雇主<员工,雇员,职员,任职于,就职于',
      family: '亲属,亲属关系,家属',
      memberOf: '成员,会员,隶属',
      locatedIn: '地址,注册地址,位于',
      succeeds: '继任<前任',
      linkedTo: '关联,关联关系,关系,其他,其他关系',
    },
    roles: {
      owns: '股东,控股股东,大股东,第一大股东,小股东,法人股东,自然人股东,个人股东,企业法人股东,名义股东,隐名股东,发起人,出资人,投资人,投资者,合伙人,普通合伙人,有限合伙人',
      controls: '实际控制人,最终控制人,受益所有人,最终受益人,实际受益人',
      directs:
        '法定代表人,法人代表,法人,董事,董事长,副董事长,执行董事,独立董事,常务董事,监事,监事会主席,总经理,副总经理,经理,总裁,副总裁,首席执行官,首席财务官,高管,高级管理人员,负责人,执行事务合伙人,创始人,秘书,公司秘书,董事会秘书,主席,清算人',
      represents: '代理人,授权代表,律师,代表', family: '配偶,妻子,丈夫,夫妻,父亲,母亲,父子,父女,母子,母女,儿子,女儿,兄弟,姐妹,兄妹,姐弟',
    },
  },
  ar: {
    words: {
      owns: 'مالك,مالكة,ملكية,يملك,تملك,حصة,حصص,أسهم,مساهمة<مملوكة لـ,مملوك لـ,تابعة لـ',
      controls: 'سيطرة,يسيطر على,تسيطر على,الشركة الأم',
      trusteeOf: 'وصي,أمين',
      partnersWith: 'شراكة,تعاون',
      operates: 'مشغل,تشغيل',
      competesWith: 'منافس',
      supplies: 'مورد,موردة,توريد,بائع<عميل,زبون,مشتري,مشتر',
      intermediaryFor: 'وسيط,سمسار',
      contracts: 'عقد,اتفاق,اتفاقية,متعاقد',
      finances: 'مستثمر,استثمار,تمويل,ممول,متبرع',
      pays: 'دفع,تحويل,دافع<مستلم',
      lendsTo: 'قرض,مقرض,دائن<مقترض,مدين',
      employs: 'صاحب العمل,رب العمل<موظف,موظفة,عامل,يعمل لدى,تعمل لدى',
      family: 'قريب,قرابة,عائلة',
      memberOf: 'عضو,عضوية',
      locatedIn: 'عنوان,مقر',
      succeeds: 'خلف<سلف',
      linkedTo: 'صلة,علاقة,مرتبط,أخرى',
    },
    roles: {
      owns: 'مساهم,مساهمون,مساهمين,مساهم رئيسي,شريك,شريكة,شركاء,شريك موصي,شريك متضامن,صاحب حصة,صاحب الشركة',
      controls: 'المستفيد الحقيقي,المستفيد النهائي,المالك المستفيد',
      directs:
        'مدير,مديرة,مدير عام,المدير العام,المدير التنفيذي,الرئيس التنفيذي,رئيس مجلس الإدارة,نائب رئيس مجلس الإدارة,عضو مجلس الإدارة,'
        + 'عضو مجلس إدارة,رئيس,نائب الرئيس,عضو منتدب,العضو المنتدب,مؤسس,شريك مؤسس,أمين الصندوق,أمين السر,مصفي',
      represents: 'وكيل,وكيلة,مفوض,مفوض بالتوقيع,المفوض بالتوقيع,ممثل,ممثل قانوني,الممثل القانوني,محامي,محامية,محام',
      family: 'زوج,زوجة,والد,والدة,شقيق,شقيقة,ابن,ابنة,أخ,أخت,عم,خال,صهر',
    },
  },
};
