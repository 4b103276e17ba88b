/// Names of firms, streets, towns and goods. All firms made of them are invented.
enum Vocabulary {
  static let activities = [
    "Menuiserie", "Plomberie", "Boulangerie", "Transports", "Maçonnerie", "Imprimerie",
    "Pépinières", "Charpente", "Serrurerie", "Carrelage", "Laboratoire", "Brasserie", "Fromagerie",
    "Chaudronnerie", "Mécanique", "Logistique", "Ingénierie", "Couverture", "Métallerie",
    "Vitrerie", "Ébénisterie", "Épicerie Fine", "Isolation", "Étanchéité", "Pâtisserie", "Traiteur",
    "Vignobles", "Négoce", "Façades", "Génie Climatique", "Papeterie", "Cartonnages", "Conserverie",
    "Tôlerie", "Fonderie", "Scierie", "Marbrerie", "Optique", "Ateliers", "Câblage",
  ]
  static let firstNames = [
    ("Mme", "Claire"), ("M.", "Julien"), ("Mme", "Nadia"), ("M.", "Olivier"), ("Mme", "Sophie"),
    ("M.", "Karim"), ("Mme", "Hélène"), ("M.", "Thomas"),
  ]
  static let surnames = [
    "Aubrac", "Bellanger", "Castelain", "Delorme", "Estève", "Fauvel", "Guérineau", "Hébrard",
    "Isambert", "Jouvenel", "Kerléo", "Lestrade", "Maréchal", "Nogaret", "Ozanne", "Pélissier",
    "Quéméner", "Roussel", "Sénéchal", "Thévenin", "Urvoy", "Vauzelle", "Wattel", "Yvonnet",
    "Bruyère", "Chastaing", "Daubigny", "Fontanel", "Gaillac", "Lavigerie", "Montclar", "Noailles",
    "Peyrolles", "Rochebrune", "Savary", "Tessier", "Verneuil", "Dieulefit", "Maugis", "Combelles",
  ]
  static let endings = [
    "SARL", "SARL", "SAS", "SAS", "SAS", "SA", "EURL", "& Fils", "Frères", "et Associés",
    "Distribution", "Industrie",
  ]
  static let towns = [
    ("75011", "Paris"), ("69007", "Lyon"), ("13002", "Marseille"), ("31000", "Toulouse"),
    ("44000", "Nantes"), ("33000", "Bordeaux"), ("59000", "Lille"), ("35000", "Rennes"),
    ("67000", "Strasbourg"), ("38000", "Grenoble"), ("49100", "Angers"), ("72000", "Le Mans"),
    ("37000", "Tours"), ("86000", "Poitiers"), ("29200", "Brest"), ("63000", "Clermont-Ferrand"),
    ("21000", "Dijon"), ("42000", "Saint-Étienne"), ("56100", "Lorient"), ("22000", "Saint-Brieuc"),
    ("85000", "La Roche-sur-Yon"), ("53000", "Laval"), ("79000", "Niort"), ("41000", "Blois"),
  ]
  static let streets = [
    "rue des Tanneurs", "avenue de la Gare", "rue du Moulin", "ZA des Prés Hauts", "ZI de la Loire",
    "chemin des Vignes", "place de l'Église", "route de Saumur", "allée des Érables",
    "quai des Mariniers", "rue de l'Écluse", "impasse des Lilas",
  ]
  static let groups = [
    "Groupe Altavia", "Financière du Val", "Norvège Participations SAS", "Holding Trois Rivières",
  ]
  static let publicBuyers = [
    "Commune de", "Centre hospitalier de", "Communauté d'agglomération de", "Lycée public de",
  ]
  static let germanNames = [
    "Müller Verpackung GmbH", "Brüder Kessler KG", "Nordhafen Logistik GmbH",
  ]
  static let americanNames = [
    "Hudson Ridge Foods Inc.", "Blue Mesa Trading LLC", "Tidewater & Co.",
  ]

  /// Name, unit price in cents, unit (UN/ECE Recommendation 20).
  static let goods: [(name: String, cents: Int, unit: String)] = [
    ("Caisse carton double cannelure 600 × 400 × 400", 184, "C62"),
    ("Palette bois 1200 × 800 traitée NIMP 15", 1_490, "C62"),
    ("Calage mousse découpé sur plan", 365, "C62"),
    ("Film étirable 500 mm, rouleau de 300 m", 1_120, "C62"),
    ("Caisse bois sur mesure pour machine", 38_500, "C62"),
    ("Étui carton imprimé quatre couleurs", 42, "C62"),
    ("Sache polyéthylène 100 µm", 27, "C62"),
    ("Étude et plan de conditionnement", 7_800, "HUR"),
    ("Livraison sur site", 9_500, "C62"),
    ("Présentoir de comptoir carton", 1_860, "C62"),
  ]

  static let disputes = [
    "Quantité livrée inférieure à la commande", "Marchandise abîmée à la livraison",
    "Prix différent du devis accepté", "Numéro de commande absent de la facture",
  ]
}
