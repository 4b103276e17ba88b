/// What a column of a table means to us.
enum Column: Int, CaseIterable, Hashable {
  // Documents
  case number, type, issue, due, terms, net, rate, tax, gross, payable, prepaid, order, preceding
  case disputed, disputeReason, disputeDate, delivery, paymentReference, creditReason
  case ordered, settled
  // Parties
  case code, ledgerAccount, name, siren, siret, vatNumber, iban, email, phone, street, postcode,
    city, country
  case parent
  // By what a customer pays as a rule
  case means
  // People at the customer's
  case payablesName, payablesEmail, payablesPhone, approverName, approverEmail, approverPhone
  case deciderName, deciderEmail, deciderPhone
  // Statements
  case booked, value, label, amount, debit, credit, sign, balance, counterparty, reference, account
  case operation
  case status, fee
  case currency

  /// May stand several times in a table: the texts are joined.
  var isRepeatable: Bool { self == .label }

  var isParty: Bool {
    (Column.code.rawValue...Column.parent.rawValue).contains(rawValue)
  }
}

/// The names that one kind of table gives to its columns, the surest first.
///
/// A name after `~` is weak: other tables use it too, so it proves nothing by itself.
struct Vocabulary {
  struct Meaning {
    let column: Column
    /// Place in the list: of two columns that mean the same, the lower is taken.
    let rank: Int
    let isWeak: Bool
  }

  private let meanings: [String: Meaning]

  init(_ lists: [Column: String]) {
    var meanings: [String: Meaning] = [:]
    for (column, list) in lists {
      let halves = list.split(separator: "~", maxSplits: 1, omittingEmptySubsequences: false)
      var rank = 0
      for (half, names) in halves.enumerated() {
        for name in names.split(separator: "|") {
          rank += 1
          let key = ColumnName(String(name)).key
          if !key.isEmpty, meanings[key] == nil {
            meanings[key] = Meaning(column: column, rank: rank, isWeak: half == 1)
          }
        }
      }
    }
    self.meanings = meanings
  }

  subscript(name: ColumnName) -> Meaning? { meanings[name.key] }
}

extension Vocabulary {
  private static let parties: [Column: String] = [
    .siren: "siren|n° siren|siren client|siren acheteur|customer siren|buyer siren",
    .siret: "siret|n° siret|siret client|siret acheteur|customer siret|buyer siret",
    .vatNumber: """
    vat number|n° tva|n° tva intracommunautaire|tva intracommunautaire|tva intracom|tva intra
    |n° tva intra|vat id|customer vat number|vat no|identifiant tva|n° tva client|tax id
    |n° identifiant cee|identifiant cee|n° intracommunautaire|n° id cee
    """,
    .email: """
    email|e-mail|courriel|mail|adresse mail|adresse email|adresse e-mail|email client
    |email facturation|customer email|email address|contact email|e-mail contact facturation
    |e-mail facturation|e-mail contact
    """,
    .phone: """
    téléphone|tél|telephone|phone|phone number|n° téléphone|téléphone fixe|téléphone 1
    |téléphone fixe contact facturation|téléphone facturation|mobile|portable
    """,
    .street: """
    adresse|rue|street|address|adresse 1|adresse ligne 1|address line 1|address 1|voie
    |adresse facturation|adresse 1 facturation
    """,
    .postcode: "code postal|cp|postcode|postal code|zip|zip code|code postal facturation",
    .city: "ville|commune|city|town|localité|ville facturation",
    .country: "pays|code pays|country|country code|pays facturation|code pays facturation",
    .parent:
      "parent name|parent|groupe|group|maison mère|société mère|parent company|tête de groupe",
    .terms: """
    terms|conditions de paiement|conditions de règlement|condition de règlement
    |condition de paiement|délai de paiement|délai de règlement|payment terms|payment term
    ~conditions|condition|délai|échéance type
    """,
  ]

  static let invoices = Vocabulary(
    parties.merging(documents) { $1 }.merging([
      .code: """
      code client|n° client|customer id|customer code|client id|id client|customer number
      |compte client|code tiers|compte tiers|compte auxiliaire|réf client interne|n° tiers
      ~compte|account|n° compte
      """,
      .name: """
      nom client|nom du client|client|customer name|customer|raison sociale client|buyer|buyer name
      |acheteur|débiteur|nom acheteur|invoice partner display name|nom du partenaire|partner
      |partenaire
      ~raison sociale|société|company|company name|nom|name|tiers|nom tiers|dénomination|intitulé
      """,
      .iban: "iban|iban client|customer iban|iban du client|buyer iban",
    ]) { $1 })

  private static let documents: [Column: String] = [
    .number: """
    n° facture|n° de facture|numéro de la facture|facture n°|invoice number|invoice|facture
    |invoice id|invoice ref|n° pièce|référence pièce|réf pièce|référence facture|réf facture
    |invoice reference|document number|n° document|bill number|n° facture avoir|document id|n° doc
    ~numéro|référence|ref|pièce|document
    """,
    .type: """
    type de pièce|type de document|type document|type facture|document type|invoice type
    |type code|code type|type pièce~type|nature
    """,
    .issue: """
    date facture|date de facturation|date d'émission|date émission|issue date|invoice date
    |date de la facture|date pièce|date de pièce|date document|document date|émise le
    |date facturation|date d'émission de la facture|invoice issue date|invoice/bill date
    |date de facture~date
    """,
    .due: """
    date d'échéance|échéance|due date|due|date échéance|date limite de paiement|payable le
    |à payer avant le|date limite|échéance le|payment due date
    """,
    .net: """
    montant ht|total ht|amount ht|ht|net amount|net|montant hors taxes|montant hors taxe
    |total hors taxes|total net ht|net ht|amount excl tax|amount excluding tax|amount excl vat
    |amount excluding vat|untaxed amount|base ht|subtotal|amount net|tax excluded|hors taxes
    |untaxed amount signed|montant ht signé
    """,
    .rate: "taux tva|taux de tva|vat rate|tax rate|tva %|% tva|vat %|taux de taxe|taux",
    .tax: "montant tva|total tva|tva|vat amount|vat|tax amount|montant taxe|montant taxes|tax",
    .gross: """
    montant ttc|total ttc|amount ttc|ttc|gross amount|gross|invoice amount|amount incl tax
    |amount including tax|amount incl vat|amount including vat|montant toutes taxes comprises
    |total toutes taxes comprises|total amount|montant facture|montant total|total facture
    |invoice total|amount gross|total in currency|total signed|total signé~total|amount|montant
    """,
    .payable: """
    net à payer|reste à payer|reste dû|restant dû|solde dû|montant dû|amount due|balance due
    |payable|payable amount|outstanding|open amount|solde restant|montant restant dû
    |reste à régler|restant à régler|solde à régler|solde à payer|reste à encaisser|montant ouvert
    |amount due signed|montant dû signé|amount residual|residual amount~solde|balance
    """,
    .prepaid: """
    acompte|acomptes|acompte versé|montant acompte|prepaid|prepaid amount|deposit|déjà réglé
    |déjà payé|montant réglé|montant payé|amount paid|paid amount|règlements
    """,
    .order: """
    n° commande|n° de commande|commande|bon de commande|n° bon de commande|po number|po
    |purchase order|purchase order number|order number|référence commande|réf commande|n° bc|bc
    |customer order|order|commande client|votre référence|réf client|référence client
    """,
    .preceding: """
    facture d'origine|n° facture d'origine|credited invoice|facture créditée|facture avoirée
    |facture liée|avoir sur facture|facture rectifiée|original invoice|preceding invoice
    |related invoice|n° facture rectifiée
    """,
    .creditReason: """
    motif avoir|motif de l'avoir|raison avoir|cause avoir|credit reason|credit note reason
    """,
    .disputed: "litige|en litige|disputed|contestée|contesté|dispute",
    .disputeReason: "motif litige|motif du litige|dispute reason|cause du litige|raison litige",
    .disputeDate: "date litige|date du litige|dispute date",
    .delivery: """
    date de livraison|date livraison|delivery date|date de prestation|date prestation
    |service date|date de service|date d'exécution
    """,
    .settled: """
    payée|payé|paid|réglée|soldée|statut de paiement|statut du paiement|statut paiement
    |état du paiement|payment status|payment state|facture payée~statut|état|status
    """,
    .ordered: """
    date commande|date de commande|date de la commande|order date|purchase order date|po date
    |date du bon de commande|date bon de commande|date bc|customer order date|ordered
    """,
    .paymentReference: """
    référence de paiement|réf paiement|payment reference|référence de règlement|réf règlement
    |référence virement|communication structurée|remittance reference
    """,
    .currency: "devise|currency|monnaie|code devise|currency code",
  ]

  /// The people to speak to, by what they do with our invoices.
  private static let people: [Column: String] = [
    .payablesName: """
    contact comptabilité|contact comptabilité fournisseurs|contact fournisseurs
    |interlocuteur comptabilité|comptable fournisseurs|payables contact|accounts payable contact
    |payables clerk|ap contact
    """,
    .payablesEmail: """
    e-mail comptabilité|email comptabilité|mail comptabilité|courriel comptabilité
    |e-mail comptabilité fournisseurs|payables email|accounts payable email|ap email
    """,
    .payablesPhone: """
    téléphone comptabilité|tél comptabilité|téléphone comptabilité fournisseurs|payables phone
    |accounts payable phone|ap phone
    """,
    .approverName: "contact valideur|valideur|interlocuteur valideur|approver|approver name",
    .approverEmail: "e-mail valideur|email valideur|mail valideur|courriel valideur|approver email",
    .approverPhone: "téléphone valideur|tél valideur|approver phone",
    .deciderName: """
    contact décideur|décideur|interlocuteur décideur|contact dirigeant|dirigeant|decision maker
    |decision maker name
    """,
    .deciderEmail: """
    e-mail décideur|email décideur|mail décideur|courriel décideur|e-mail dirigeant
    |decision maker email
    """,
    .deciderPhone: "téléphone décideur|tél décideur|téléphone dirigeant|decision maker phone",
  ]

  static let customers = Vocabulary(
    parties.merging(people) { $1 }.merging([
      .code: """
      code client|n° client|customer id|customer code|client id|id client|customer number
      |compte client|code tiers|compte tiers|compte auxiliaire|code|account code|n° tiers
      ~account|compte|id|n°|n° compte
      """,
      .name: """
      raison sociale|nom client|nom du client|customer name|dénomination|dénomination sociale
      |société|company name|company|nom|name|client|customer|nom tiers|tiers|intitulé
      """,
      .iban: "iban|iban client|customer iban|compte bancaire|bank account",
      .means: """
      payment mode|mode de paiement|mode de règlement|moyen de paiement|moyen de règlement
      |payment means|payment method|means of payment|type de paiement|type de règlement
      |mode de paiement habituel|mode de règlement habituel|moyen de paiement habituel
      |mode de paiement par défaut|mode de règlement par défaut|moyen de paiement par défaut
      |code mode de paiement|code mode de règlement|code moyen de paiement|code règlement
      |libellé mode de règlement|mode de paiement client|mode de règlement client|mode rglt|mode rgt
      |mode regl|default payment method|customer payment method|payment means code|payment type
      ~règlement|paiement|payment
      """,
    ]) { $1 })

  static let statements = Vocabulary([
    .booked: """
    date d'opération|date opération|date de l'opération|date comptable|date de comptabilisation
    |booking date|transaction date|posting date|operation date|completed date|buchungstag
    |buchungsdatum|date écriture|date
    """,
    .value: "date de valeur|date valeur|value date|valeur|wertstellung|valuta|valutadatum",
    .label: """
    libellé|libellé opération|libellé de l'opération|label|description|description 1|description 2
    |description 3|détail|détails|detail|details|remarque|memo|motif|communication|narrative|text
    |texte|payment reference|payment details|remittance information|informations complémentaires
    |libellé court|libellé simplifié|libellé complémentaire|libellé détaillé|libellé complet
    |détail de l'écriture|détail de l'opération|intitulé|objet|commentaire|verwendungszweck
    |buchungstext|vwz1|vwz2|vwz3|vwz4|vwz5|vwz6|vwz7|vwz8|vwz9|vwz10|vwz11|vwz12|vwz13|vwz14
    """,
    .amount:
      "montant|amount|betrag|montant opération|montant de l'opération|transaction amount|somme",
    .debit: "débit|montant débit|debit amount|soll|money out|paid out|withdrawal|sortie|débits",
    .credit: "crédit|montant crédit|credit amount|haben|money in|paid in|entrée|crédits",
    .sign: "d/c|dc|c/d|sens|debit/credit|débit/crédit|credit debit indicator|soll/haben|indicator",
    .balance: "solde|balance|kontostand|running balance|solde après opération|solde progressif",
    .counterparty: """
    partner name|contrepartie|nom contrepartie|counterparty|counterparty name|bénéficiaire
    |donneur d'ordre|émetteur|bénéficiaire/émetteur|auftraggeber/empfänger|tiers|nom du tiers|payer
    |payee|name|nom
    """,
    .iban: """
    partner iban|iban contrepartie|counterparty iban|iban tiers|compte contrepartie|bank account
    """,
    .reference: """
    référence|reference|n° opération|operation number|n° de transaction|transaction id
    |bank reference|référence banque|référence opération|n° écriture|transaction reference
    """,
    .account: """
    n° compte|n° de compte|compte|account number|account|kontonummer|iban compte|iban du compte|rib
    |iban
    """,
    .operation: "type opération|type d'opération|transaction type|type|nature|nature opération",
    .status: """
    statut|status|state|état|statut de l'opération|statut de la transaction|transaction status
    |statut transaction|état de l'opération
    """,
    .fee: "fee|fees|frais|montant des frais",
    .currency: "devise|currency|monnaie|monn|währung|code devise|currency code",
  ])
}
