# Relative importance, by the definitions: LMG over all subsets, Johnson's weights, and percentile intervals.
# R 4.2.2, base R and jsonlite only. Run from tests/oracle: Rscript r/drivers.R
# Makes data/importance.csv (invented: 11 correlated predictors, 40 units) and fixtures/importance.drivers.json.
suppressMessages(library(jsonlite))
set.seed(20240211)

lmg <- function(R) {
  k <- ncol(R) - 1
  r2 <- numeric(2^k)
  for (mask in 1:(2^k - 1)) {
    s <- which(bitwAnd(mask, 2^(0:(k - 1))) > 0)
    r2[mask + 1] <- sum(R[s, k + 1] * solve(R[s, s, drop = FALSE], R[s, k + 1]))
  }
  size <- sapply(0:(2^k - 1), function(mask) sum(bitwAnd(mask, 2^(0:(k - 1))) > 0))
  sapply(1:k, function(j) {
    without <- which(bitwAnd(0:(2^k - 1), 2^(j - 1)) == 0)
    weight <- factorial(size[without]) * factorial(k - size[without] - 1) / factorial(k)
    sum(weight * (r2[without + 2^(j - 1)] - r2[without]))
  })
}
johnson <- function(R) {
  k <- ncol(R) - 1
  e <- eigen(R[1:k, 1:k], symmetric = TRUE)
  L <- e$vectors %*% diag(sqrt(e$values)) %*% t(e$vectors)
  as.vector((L^2) %*% (solve(L, R[1:k, k + 1])^2))
}
percentile <- function(draws) unname(apply(draws, 1, quantile, c(.025, .975)))

# Invented data: answers 1-5 to eleven predictors that share one factor, in 40 units; some missing.
n <- 800; units <- 40
unit <- sample(units, n, replace = TRUE)
climate <- rnorm(units, 0, 0.6)[unit]
common <- rnorm(n) + climate
x <- sapply(1:11, function(j) pmin(5, pmax(1, round(3 + 0.7 * common + rnorm(n, 0, 0.4 + j / 10)))))
y <- round(0.5 * x[, 1] + 0.2 * x[, 4] - 0.3 * x[, 9] + climate + rnorm(n), 3)
x[cbind(sample(n, 60), sample(11, 60, replace = TRUE))] <- NA
y[sample(n, 10)] <- NA
d <- data.frame(unit = paste0("u", unit), setNames(as.data.frame(x), paste0("x", 1:11)), y = y)
write.csv(d, "data/importance.csv", row.names = FALSE, na = "", quote = FALSE)

complete <- d[complete.cases(d), ]
names11 <- paste0("x", 1:11)
fit <- lm(scale(y) ~ scale(as.matrix(complete[, names11])), data = complete)
R <- cor(complete[, c(names11, "y")])
invented <- list(
  n = nrow(complete), r2 = summary(fit)$r.squared,
  beta = setNames(as.list(unname(coef(fit)[-1])), names11),
  lmg = setNames(as.list(lmg(R)), names11), johnson = setNames(as.list(johnson(R)), names11))

# Intervals: people drawn (swiss), and units drawn (three predictors of the invented data).
resamples <- 4000
s <- read.csv("data/swiss.csv")
predictors <- c("Agriculture", "Examination", "Education", "Catholic", "Infant.Mortality")
draws <- replicate(resamples, { R <- cor(s[sample(nrow(s), replace = TRUE), c(predictors, "Fertility")]); c(lmg(R), johnson(R)) })
people <- percentile(draws)
three <- c("x1", "x4", "x9")
part <- d[complete.cases(d[, c(three, "y")]), ]
byUnit <- split(part, part$unit)
draws <- replicate(resamples, {
  R <- cor(do.call(rbind, byUnit[sample(length(byUnit), replace = TRUE)])[, c(three, "y")]); c(lmg(R), johnson(R)) })
clustered <- percentile(draws)
named <- function(bounds, ids, from) setNames(lapply(seq_along(ids), function(i) bounds[, from + i]), ids)
out <- list(
  dataset = "importance", statistic = "drivers", data_file = "data/importance.csv",
  r = list(version = as.character(getRversion()), packages = list(jsonlite = as.character(packageVersion("jsonlite"))), call = "r/drivers.R"),
  definition = "lmg: weighted mean over all subsets of the R2 increment; johnson: Johnson (2000); intervals: percentile bootstrap, quantile type 7, 4000 resamples, so with Monte Carlo error",
  suggested_tolerance = list(abs = 1e-8, rel = 1e-8),
  values = list(invented = invented,
    swiss_people = list(lmg = named(people, predictors, 0), johnson = named(people, predictors, 5)),
    units = list(groups = length(byUnit), lmg = named(clustered, three, 0), johnson = named(clustered, three, 3))))
write(toJSON(out, auto_unbox = TRUE, digits = 15, pretty = TRUE), "fixtures/importance.drivers.json")
