# The six figures of bench/analysis/six-figures.ts in base R, from their definitions, for the same answers.
# Rscript bench/analysis/analysis.R ITEMS TEAMS PEOPLE RUNS: ITEMS has 44 bytes a person (0 = missing), TEAMS two bytes
# a person. Prints a name and the fastest of the runs in seconds on each line. Loading isn't counted. One thread.
arguments <- commandArgs(trailingOnly = TRUE)
people <- as.integer(arguments[3])
runs <- as.integer(arguments[4])
answers <- matrix(as.integer(readBin(arguments[1], "raw", people * 44)), nrow = people, byrow = TRUE)
answers[answers == 0L] <- NA_integer_
team <- readBin(arguments[2], "integer", people, size = 2, signed = FALSE) + 1L
scales <- lapply(0:10, function(scale) 4 * scale + 1:4)

fastest <- function(name, compute) {
  times <- sapply(seq_len(runs), function(run) { gc(FALSE); system.time(compute())[["elapsed"]] })
  cat(name, min(times), "\n")
}

person_scores <- function() sapply(scales, function(items) {
  part <- answers[, items]
  score <- rowMeans(part, na.rm = TRUE)
  score[rowSums(!is.na(part)) < length(items) / 2] <- NA
  score
})
scores <- person_scores()

unit_means <- function() sapply(1:11, function(scale) {
  known <- !is.na(scores[, scale])
  rowsum(scores[known, scale], team[known]) / tabulate(team[known])[sort(unique(team[known]))]
})

alphas <- function() sapply(scales, function(items) {
  covariances <- cov(answers[, items], use = "pairwise.complete.obs")
  count <- length(items)
  count / (count - 1) * (1 - sum(diag(covariances)) / sum(covariances))
})

intraclass <- function() sapply(1:11, function(scale) {
  known <- !is.na(scores[, scale])
  score <- scores[known, scale]
  sizes <- tabulate(team[known]); sizes <- sizes[sizes > 0]
  sums <- rowsum(score, team[known])[, 1]
  total <- sum(sizes); groups <- length(sizes); grand <- sum(score) / total
  between <- sum(sizes * (sums / sizes - grand)^2)
  within <- sum((score - grand)^2) - between
  between <- between / (groups - 1); within <- within / (total - groups)
  k0 <- (total - sum(sizes^2) / total) / (groups - 1)
  c((between - within) / (between + (k0 - 1) * within), (between - within) / between)
})

correlations <- function() cor(answers, use = "pairwise.complete.obs")

agreement <- function() sapply(scales, function(items) {
  known <- complete.cases(answers[, items])
  part <- answers[known, items]; of <- team[known]
  sizes <- tabulate(of); sizes <- sizes[sizes > 0]
  variances <- (rowsum(part^2, of) - rowsum(part, of)^2 / sizes) / (sizes - 1)
  ratio <- pmin(rowMeans(variances), 2) / 2
  count <- length(items)
  mean(count * (1 - ratio) / (count * (1 - ratio) + ratio), na.rm = TRUE)
})

fastest("person scores", person_scores)
fastest("unit means", unit_means)
fastest("alpha", alphas)
fastest("ICC", intraclass)
fastest("correlations", correlations)
fastest("rwg(j)", agreement)
