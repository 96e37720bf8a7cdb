import Accord

/// What the Shop promises.
///
/// Each line below is a `let` of the file that bears its name: one file a resource, one `let` for
/// each resource or scenario. In this order they are reported; they run side by side.
let shop = Contract("Shop API", .timeout(.seconds(10))) {
  health
  me
  outsideOfTheAPI

  users
  user
  userLifecycle
  userUnderConditions
  avatar
  avatarLifecycle

  products
  product
  catalogueValidators

  cart
  cartItem
  cartItemsDiffer
  cartItemLifecycle
  cartItemUnderConditions
  cartItemRefusals

  orders
  order
  orderLifecycle

  account
  contact
}
