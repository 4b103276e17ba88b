import Law

/// The trade whose ceiling applies, as a list offers it.
func sectorName(_ sector: Sector, _ voice: Voice) -> String {
  switch sector {
  case .general: voice("régime général, 60 jours", "general rule, 60 days")
  case .perishable: voice("denrées périssables, 30 jours", "perishable food, 30 days")
  case .livestock: voice("bétail vivant, 20 jours", "live cattle, 20 days")
  case .spirits: voice("alcools (droits de consommation)", "spirits")
  case .wine: voice("vins et boissons de raisin", "wine")
  case .fruitAndVegetables: voice("fruits et légumes sous contrat", "fruit and vegetables")
  case .dryFood: voice("alimentaire non périssable", "food that does not perish")
  case .transport: voice("transport et location, 30 jours", "transport and hire, 30 days")
  case .greenSpaceEquipment: voice("matériel d’espaces verts", "green-space equipment")
  case .farmMachinery: voice("matériel agricole", "farm machinery")
  case .snowSports: voice("articles de sports d’hiver", "snow-sport goods")
  case .leather: voice("maroquinerie", "leather goods")
  case .watchesAndJewellery: voice("horlogerie, bijouterie", "watches and jewellery")
  case .toys: voice("jouets", "toys")
  case .export: voice("achats pour l’exportation, 90 jours", "goods for export, 90 days")
  }
}
