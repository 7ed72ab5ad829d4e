# Items that work differently between groups: cumulative logit models (ordinal::clm) with the scale score as matching
# variable; likelihood-ratio tests, and Wald tests with a sandwich by cluster that is computed here.
# R 4.2.2, packages ordinal, jsonlite. Run from tests/oracle: Rscript r/item-functioning.R
# Makes fixtures/bfi.dif.json (by gender; people independent), bhr2000.dif.json (by RELIG; companies) and
# weighting.dif.json (invented data of r/weighting.R; by sex; units).
suppressMessages({ library(ordinal); library(jsonlite) })

loglik0 <- function(y) { n <- table(y); sum(n * log(n / sum(n))) }
nagelkerke <- function(l, l0, n) (1 - exp(-2 / n * (l - l0))) / (1 - exp(2 / n * l0))

# Derivatives of each row's log likelihood to the thresholds and the slopes.
scores <- function(y, X, theta, beta) {
  k <- as.integer(y); K <- length(theta) + 1
  eta <- as.vector(X %*% beta)
  a <- c(theta, Inf)[k] - eta; b <- c(-Inf, theta)[k] - eta
  p <- plogis(a) - plogis(b); fa <- dlogis(a); fb <- dlogis(b)
  U <- matrix(0, length(k), K - 1)
  upper <- k < K; lower <- k > 1
  U[cbind(which(upper), k[upper])] <- (fa / p)[upper]
  U[cbind(which(lower), k[lower] - 1)] <- -(fb / p)[lower]
  cbind(U, -X * ((fa - fb) / p))
}
sandwich <- function(fit, y, X, cluster) {
  U <- rowsum(scores(y, X, fit$alpha, fit$beta), cluster)
  G <- nrow(U); A <- vcov(fit)
  A %*% crossprod(U) %*% A * G / (G - 1)
}
wald <- function(fit, V, terms, G) {
  at <- match(terms, names(coef(fit))); b <- coef(fit)[at]
  q <- length(at); W <- sum(b * solve(V[at, at, drop = FALSE], b))
  list(statistic = W / q, df1 = q, df2 = G - 1, p = pf(W / q, q, G - 1, lower.tail = FALSE))
}
ratio <- function(big, small, df) {
  x <- 2 * (as.numeric(logLik(big)) - as.numeric(logLik(small)))
  list(statistic = x, df1 = df, p = pchisq(x, df, lower.tail = FALSE))
}
control <- clm.control(gradTol = 1e-10, maxIter = 200L)

item <- function(y, s, g, cluster = NULL) {
  y <- factor(y, ordered = TRUE); s <- (s - mean(s)) / sd(s); g <- factor(g)
  dummies <- sapply(levels(g)[-1], function(l) as.numeric(g == l)); colnames(dummies) <- paste0("g", levels(g)[-1])
  crossed <- dummies * s; colnames(crossed) <- paste0("s", colnames(dummies))
  d <- data.frame(y = y, s = s, dummies, crossed, check.names = FALSE)
  q <- ncol(dummies)
  f1 <- clm(y ~ s, data = d, control = control)
  f2 <- clm(reformulate(c("s", colnames(dummies)), "y"), data = d, control = control)
  f3 <- clm(reformulate(c("s", colnames(dummies), colnames(crossed)), "y"), data = d, control = control)
  n <- length(y); l0 <- loglik0(y)
  r2 <- sapply(list(f1, f2, f3), function(f) nagelkerke(as.numeric(logLik(f)), l0, n))
  out <- list(n = n, logLik = sapply(list(f1, f2, f3), function(f) as.numeric(logLik(f))), r2 = r2, r2Change = r2[3] - r2[1],
    logOdds = as.list(setNames(unname(coef(f2)[colnames(dummies)]), levels(g)[-1])))
  if (is.null(cluster)) {
    se <- sqrt(diag(vcov(f2)))[colnames(dummies)]
    out$uniform <- ratio(f2, f1, q); out$nonUniform <- ratio(f3, f2, q); out$total <- ratio(f3, f1, 2 * q)
  } else {
    G <- length(unique(cluster))
    V2 <- sandwich(f2, y, as.matrix(d[, names(f2$beta), drop = FALSE]), cluster); dimnames(V2) <- dimnames(vcov(f2))
    V3 <- sandwich(f3, y, as.matrix(d[, names(f3$beta), drop = FALSE]), cluster); dimnames(V3) <- dimnames(vcov(f3))
    se <- sqrt(diag(V2))[colnames(dummies)]
    out$uniform <- wald(f2, V2, colnames(dummies), G)
    out$nonUniform <- wald(f3, V3, colnames(crossed), G)
    out$total <- wald(f3, V3, c(colnames(dummies), colnames(crossed)), G)
  }
  out$se <- as.list(setNames(unname(se), levels(g)[-1]))
  out
}
holm <- function(items) { p <- p.adjust(sapply(items, function(i) i$total$p), "holm"); mapply(function(i, ph) c(i, list(pHolm = unname(ph))), items, p, SIMPLIFY = FALSE) }
fixture <- function(dataset, group, cluster, values) {
  out <- list(dataset = dataset, statistic = "dif", data_file = paste0("data/", dataset, ".csv"),
    r = list(version = as.character(getRversion()), packages = list(ordinal = as.character(packageVersion("ordinal")), jsonlite = as.character(packageVersion("jsonlite"))), call = "r/item-functioning.R"),
    input = list(group = group, cluster = cluster, missing = "listwise over the items of the scale and the group", matching = "mean of all items of the scale"),
    definition = "models: score; score + group; score * group. Without clusters likelihood-ratio chi-square; with them Wald / q against F(q, G - 1), sandwich with G/(G - 1). r2Change: Nagelkerke of the third less the first. pHolm: over all items, of the total test",
    suggested_tolerance = list(abs = 1e-6, rel = 1e-6), values = values)
  write(toJSON(out, auto_unbox = TRUE, digits = 15, pretty = TRUE, null = "null"), paste0("fixtures/", dataset, ".dif.json"))
}

bfi <- read.csv("data/bfi.csv")
for (r in c("A1", "C4", "C5", "E1", "E2", "O2", "O5")) bfi[[r]] <- 7 - bfi[[r]]
items <- list()
for (scale in c("A", "C", "E", "N", "O")) {
  ids <- paste0(scale, 1:5)
  d <- bfi[complete.cases(bfi[, c(ids, "gender")]), ]
  for (id in ids) items[[id]] <- item(d[[id]], rowMeans(d[, ids]), d$gender)
}
fixture("bfi", "gender", NULL, holm(items))

bhr <- read.csv("data/bhr2000.csv")
ids <- names(bhr)[2:12]
print(table(bhr$RELIG))
keep <- names(which(table(bhr$RELIG) >= 200))
d <- bhr[complete.cases(bhr[, c(ids, "RELIG")]) & bhr$RELIG %in% keep, ]
items <- list()
for (id in ids) items[[id]] <- item(d[[id]], rowMeans(d[, ids]), d$RELIG, d$GRP)
fixture("bhr2000", "RELIG", "GRP", holm(items))

# Invented data of r/weighting.R: seven options, a group that is too small, people without a unit.
inv <- read.csv("data/weighting.csv", na.strings = "")
ids <- paste0("x", 1:4)
large <- names(which(table(inv$sex[complete.cases(inv[, ids])]) >= 200))
d <- inv[complete.cases(inv[, ids]) & inv$sex %in% large, ]
cluster <- ifelse(is.na(d$unit), paste0("alone", seq_len(nrow(d))), d$unit)
items <- list()
for (id in ids) items[[id]] <- item(d[[id]], rowMeans(d[, ids]), d$sex, cluster)
fixture("weighting", "sex", "unit", holm(items))
