# The posterior of units' true means with the variance between units integrated out, by adaptive quadrature (integrate)
# instead of our grid; the climate of the whole with its adjustment; and which p values Benjamini & Hochberg mark.
# Base R 4.2.2 and jsonlite. Run from tests/oracle:  Rscript r/unit-posterior.R
options(digits = 15)

likelihood <- function(tau, m, v) sapply(tau, function(t) {
  w <- 1 / (t + v); mu <- sum(w * m) / sum(w)
  exp(0.5 * sum(log(w)) - 0.5 * log(sum(w)) - 0.5 * sum(w * (m - mu)^2))
})
over <- function(f, m, v, scale) integrate(function(x) {
  t <- scale * x / (1 - x); f(t) * likelihood(t, m, v) * scale / (1 - x)^2
}, 0, 1, rel.tol = 1e-10, subdivisions = 2000)$value

posterior <- function(m, v, own, var) {
  scale <- length(v) / sum(1 / v)
  total <- over(function(t) 1 + 0 * t, m, v, scale)
  parts <- function(t) {
    w <- 1 / (t + v); mu <- sum(w * m) / sum(w); l <- t / (t + var)
    c(mu + l * (own - mu), l * var + (1 - l)^2 / sum(w))
  }
  e1 <- over(function(t) sapply(t, function(s) parts(s)[1]), m, v, scale) / total
  e2 <- over(function(t) sapply(t, function(s) parts(s)[1]^2 + parts(s)[2]), m, v, scale) / total
  c(mean = e1, variance = e2 - e1^2)
}

climate <- function(m, n, within) {
  v <- within / n; scale <- length(v) / sum(1 / v)
  total <- over(function(t) 1 + 0 * t, m, v, scale)
  below <- function(t) integrate(function(x) {
    s <- scale * x / (1 - x); likelihood(s, m, v) * scale / (1 - x)^2
  }, 0, t / (t + scale), rel.tol = 1e-10)$value / total
  tau <- uniroot(function(t) below(t) - 0.5, c(1e-6, 1e5), tol = 1e-9)$root
  w <- 1 / (tau + v); mu <- sum(w * m) / sum(w); share <- n / sum(n); df <- length(m) - 1
  variance <- max(sum(share^2 * (tau + v)) * sum(w * (m - mu)^2) / df, sum(share^2 * v))
  list(mean = sum(share * m), medianBetween = tau, standardError = sqrt(variance), reach = qt(0.975, df) * sqrt(variance))
}

cases <- list(
  five = list(m = c(48, 61, 55, 40, 66), n = c(6, 14, 9, 30, 5), within = 300),
  alike = list(m = c(52, 53, 51, 52.5, 53.5, 52), n = c(10, 40, 12, 8, 25, 60), within = 320),
  twelve = list(m = c(41, 58, 63, 47, 55, 52, 70, 36, 49, 60, 57, 44), n = c(5, 8, 20, 7, 55, 12, 9, 6, 31, 15, 120, 10), within = 280)
)
shrunk <- lapply(cases, function(case) with(case, lapply(seq_along(m), function(g) {
  v <- within / n
  c(list(own = m[g], n = n[g]), as.list(posterior(m, v, m[g], v[g])))
})))
p <- c(0.001, 0.008, 0.012, 0.019, 0.024, 0.03, 0.2, 0.41, 0.6, 0.9)
values <- list(cases = cases, shrunk = shrunk, climate = lapply(cases, function(case) with(case, climate(m, n, within))),
  discovery = list(p = p, marked = p.adjust(p, "BH") <= 0.05))
out <- list(dataset = "invented", statistic = "unit_posterior",
  r = list(version = paste(R.version$major, R.version$minor, sep = "."), packages = list(jsonlite = as.character(packageVersion("jsonlite"))), call = "r/unit-posterior.R"),
  definition = "m_g ~ N(mu + u_g, within / n_g), u_g ~ N(0, tau); flat in mu and tau; Hartung & Knapp (2001) with the posterior median of tau; p.adjust BH at .05",
  suggested_tolerance = list(abs = 0.02, rel = 0.005), values = values)
writeLines(jsonlite::toJSON(out, auto_unbox = TRUE, digits = 12, pretty = TRUE), "fixtures/unit_posterior.json")
