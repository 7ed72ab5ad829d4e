# Raking to three margins that go together, people in units, answers missing: survey's rake and svymean, converged.
# R 4.2.2, packages survey, jsonlite. Run from tests/oracle: Rscript r/weighting.R
# Makes data/weighting.csv (invented) and fixtures/weighting.raking.json.
suppressMessages({ library(survey); library(jsonlite) })
set.seed(77)
n <- 900
unit <- sample(45, n, replace = TRUE)
sex <- sample(c("f", "m", "x"), n, replace = TRUE, prob = c(.5, .4, .1))
age <- ifelse(runif(n) < ifelse(sex == "f", .6, .3), "old", "young")
site <- sample(c("1", "2", "3", "4"), n, replace = TRUE, prob = c(.4, .3, .2, .1))
site[age == "old" & runif(n) < .3] <- "1"
level <- rnorm(45, 0, .5)[unit] + .4 * (age == "old") - .3 * (sex == "m")
x <- sapply(1:4, function(j) pmin(7, pmax(1, round(4 + level + rnorm(n, 0, 1.2)))))
x[cbind(sample(n, 150), sample(4, 150, replace = TRUE))] <- NA
x[sample(n, 25), 1:2] <- NA
sex[sample(n, 12)] <- NA; site[sample(n, 9)] <- NA
d <- data.frame(unit = paste0("u", unit), sex, age, site, setNames(as.data.frame(x), paste0("x", 1:4)))
d$unit[sample(n, 6)] <- NA
write.csv(d, "data/weighting.csv", row.names = FALSE, na = "", quote = FALSE)

margins <- list(sex = c(f = 4100, m = 5200, x = 700), age = c(old = 5500, young = 4500), site = c("1" = 3000, "2" = 2500, "3" = 2500, "4" = 2000))
half <- function(m) ifelse(rowSums(!is.na(m)) * 2 >= ncol(m), rowMeans(m, na.rm = TRUE), NA)
scales <- list(first = half(d[, c("x1", "x2")]), second = half(d[, c("x3", "x4")]))
rakedOf <- function(data, ids) {
  frames <- lapply(names(margins), function(m) setNames(data.frame(names(margins[[m]]), unname(margins[[m]])), c(m, "Freq")))
  rake(svydesign(ids = ids, weights = ~1, data = data), lapply(names(margins), function(m) reformulate(m)), frames, control = list(maxit = 2000, epsilon = 1e-12))
}
complete <- complete.cases(d[, names(margins)])
values <- list(n = NULL, scales = list())
any <- complete & (!is.na(scales$first) | !is.na(scales$second))
w <- weights(rakedOf(transform(d, one = 1)[any, ], ~1))
values$n <- sum(any); values$kish <- sum(any) * sum(w^2) / sum(w)^2; values$min <- min(w); values$max <- max(w)
for (s in names(scales)) {
  part <- transform(d, y = scales[[s]])[complete & !is.na(scales[[s]]), ]
  part$cluster <- ifelse(is.na(part$unit), paste0("alone", seq_len(nrow(part))), part$unit)
  plain <- svymean(~y, rakedOf(part, ~1)); clustered <- svymean(~y, rakedOf(part, ~cluster))
  values$scales[[s]] <- list(n = nrow(part), unweighted = mean(part$y), weighted = unname(coef(plain)), se = unname(SE(plain)[1]), seClustered = unname(SE(clustered)[1]))
}
out <- list(dataset = "weighting", statistic = "raking", data_file = "data/weighting.csv",
  r = list(version = as.character(getRversion()), packages = list(survey = as.character(packageVersion("survey")), jsonlite = as.character(packageVersion("jsonlite"))), call = "r/weighting.R"),
  input = list(margins = lapply(margins, as.list)),
  definition = "start weight 1; per scale the rows complete on the margins with a score; n, kish, min, max: rows complete on the margins with any score; se: ids = ~1; seClustered: ids = unit, a row without one its own",
  suggested_tolerance = list(abs = 1e-8, rel = 1e-8), values = values)
write(toJSON(out, auto_unbox = TRUE, digits = 15, pretty = TRUE), "fixtures/weighting.raking.json")
