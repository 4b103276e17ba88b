/// A trade with its own ceiling on payment terms, chosen by a person, never guessed (R1.14).
public enum Sector: String, Hashable, Sendable, CaseIterable {
  case general = "GENERAL"
  /// Perishable food, frozen meat and fish, ready meals, preserves from perishables.
  case perishable = "PERISH"
  /// Live cattle for consumption and fresh meat by-products.
  case livestock = "LIVESTOCK"
  /// Alcoholic drinks bearing the consumption duty.
  case spirits = "SPIRITS"
  /// Grapes, must, wine and drinks bearing the circulation duty.
  case wine = "WINE"
  /// Fruit and vegetables under integration contracts, periodic invoice.
  case fruitAndVegetables = "FRUITVEG"
  /// Food that does not perish.
  case dryFood = "FOOD-DRY"
  /// Road freight, vehicle hire, forwarding, transit, shipping, air-freight and customs agents.
  case transport = "TRANSPORT"
  /// Green-space equipment sold to dealers.
  case greenSpaceEquipment = "AGRO-GREEN"
  /// Farm machinery except tractors, transport and livestock gear.
  case farmMachinery = "AGRO-MACH"
  /// Snow-sport goods delivered before the season to seasonal shops.
  case snowSports = "SNOW"
  /// Leather goods to specialised shops.
  case leather = "LEATHER"
  /// Watches and jewellery (figure unsourced).
  case watchesAndJewellery = "HBJO"
  /// Toys (figure unsourced).
  case toys = "TOYS"
  /// Goods bought free of VAT to be exported as they are outside the EU.
  case export = "EXPORT"
}
