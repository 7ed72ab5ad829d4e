# Made answers that public data sets don't have, and lavaan's models of them. Run from the project's root:
# Rscript tests/oracle/r/made-models.R. Needs R and lavaan (0.6.14); the seed is fixed.
suppressMessages({library(lavaan); library(MASS)})
set.seed(20240601)

measures <- c("chisq", "df", "pvalue", "baseline.chisq", "baseline.df", "cfi", "tli", "rmsea", "rmsea.ci.lower", "rmsea.ci.upper", "srmr", "ntotal")

# name: scales of two items beside longer ones, five options, answers missing at random (also by what was answered);
# seven options and one item keyed the other way; units that differ a thousandfold, and two items that are nearly copies.
# Improper solutions, of which lavaan warns: an item that explains more than all of itself; scales that measure the same.
improper <- c("heywood", "coinciding")
make <- function(kind, n = switch(kind, two_items = 900, heywood = 150, 400)) {
  if (kind %in% improper) return(make_improper(kind, n))
  factor_of <- switch(kind, two_items = c(1, 1, 2, 2, 3, 3, 3, 3), seven_options = rep(1:2, each = 4), near_copies = rep(1:2, each = 4))
  m <- max(factor_of); p <- length(factor_of)
  correlations <- matrix(.6, m, m); diag(correlations) <- 1
  group <- sample(c("a", "b", "c"), n, TRUE, prob = c(.4, .35, .25))
  factors <- mvrnorm(n, rep(0, m), correlations) * ifelse(group == "b", 1.2, 1) + ifelse(group == "b", .3, 0)
  loadings <- rep(c(.8, .7, .6, .75), length.out = p)
  if (kind == "seven_options") loadings[3] <- -.65
  y <- factors[, factor_of] * rep(loadings, each = n) + matrix(rnorm(n * p), n) * rep(sqrt(1 - loadings^2), each = n)
  y[, 1] <- y[, 1] + .3 * factors[, m]
  if (kind == "two_items") {
    y[] <- pmin(5, pmax(1, round(3 + 1.1 * y)))
    hole <- matrix(runif(n * p) < .08, n)
    hole[, p] <- hole[, p] | (y[, 1] >= 4 & runif(n) < .4)
    y[hole] <- NA
  }
  if (kind == "seven_options") { y[] <- pmin(7, pmax(1, round(4 + 1.4 * y))); y[runif(n * p) < .03] <- NA }
  if (kind == "near_copies") {
    y[, 6] <- y[, 5] + rnorm(n) * .35
    y <- round(y * rep(c(1, 30, .03, 1, 1, 1, 20, 1), each = n), 6)
  }
  data <- as.data.frame(y); names(data) <- paste0("v", 1:p); data$group <- group
  list(data = data, model = paste(sapply(1:m, function(f) paste0("f", f, " =~ ", paste0("v", which(factor_of == f), collapse = " + "))), collapse = "\n"))
}

make_improper <- function(kind, n) {
  p <- 6; group <- rep(c("a", "b"), length.out = n)
  f <- mvrnorm(n, c(0, 0), if (kind == "heywood") matrix(c(1, .4, .4, 1), 2) else matrix(1, 2, 2))
  loadings <- if (kind == "heywood") c(.9, .6, .5, .7, .6, .8) else rep(.65, p)
  y <- f[, rep(1:2, each = 3)] * rep(loadings, each = n) + matrix(rnorm(n * p), n) * rep(sqrt(1 - loadings^2), each = n)
  apart <- if (kind == "heywood") .45 * rnorm(n) %o% c(0, 1, -1, 0, 0, 0) else .4 * rnorm(n) %o% c(1, -1, 0, 1, 0, -1)
  y <- y + apart
  y[] <- pmin(5, pmax(1, round(3 + 1.1 * y))); y[runif(n * p) < .02] <- NA
  data <- as.data.frame(y); names(data) <- paste0("v", 1:p); data$group <- group
  list(data = data, model = "f1 =~ v1 + v2 + v3\nf2 =~ v4 + v5 + v6")
}

number <- function(x) if (is.finite(x)) formatC(x, digits = 15, format = "g") else "null"
object <- function(x) sprintf("{%s}", paste(sprintf('"%s": %s', names(x), sapply(x, function(v) trimws(number(v)))), collapse = ", "))

for (kind in c("two_items", "seven_options", "near_copies", improper)) {
  made <- make(kind)
  file <- sprintf("tests/oracle/data/made_%s.csv", kind)
  write.csv(made$data, file, row.names = FALSE, quote = FALSE, na = "")
  data <- read.csv(file)
  fit <- function(...) {
    found <- cfa(made$model, data, ...)
    is_proper <- suppressWarnings(lavInspect(found, "post.check"))
    # In groups an improper one may come right.
    stopifnot(lavInspect(found, "converged"), if (!kind %in% improper) is_proper else lavInspect(found, "ngroups") > 1 || !is_proper)
    object(fitMeasures(found, measures))
  }
  models <- c(
    configural = fit(group = "group"), metric = fit(group = "group", group.equal = "loadings"),
    scalar = fit(group = "group", group.equal = c("loadings", "intercepts")))
  writeLines(c("{",
    sprintf('  "dataset": "made_%s",', kind), '  "statistic": "models",', sprintf('  "data_file": "data/made_%s.csv",', kind),
    sprintf('  "r": {"version": "%s.%s", "packages": {"lavaan": "%s"}, "call": "cfa(model, data); missing = \'ml\'; group = \'group\', group.equal"},',
      R.version$major, R.version$minor, packageVersion("lavaan")),
    sprintf('  "input": {"model": "%s"},', gsub("\n", "\\\\n", made$model)),
    '  "definition": "lavaan defaults, as in the fixtures of public data",',
    '  "suggested_tolerance": {"abs": 1e-05, "rel": 1e-05},', '  "values": {',
    sprintf('    "ml": %s,', fit()), sprintf('    "fiml": %s,', fit(missing = "ml")),
    '    "models": {', paste(sprintf('      "%s": %s', names(models), models), collapse = ",\n"), '    }', '  }', '}'),
    sprintf("tests/oracle/fixtures/made_%s.models.json", kind))
  cat(kind, "done\n")
}
