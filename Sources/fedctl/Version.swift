/// The release that this binary is.
let fedctlVersion = "0.1.0-dev"
