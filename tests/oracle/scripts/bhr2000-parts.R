# The figures in fixtures/bhr2000.item_adjusted.json and fixtures/bhr2000.variance_components.json.
# Run in tests/oracle: Rscript scripts/bhr2000-parts.R
# R 4.2.2, lme4 1.1.31, jsonlite. Data: R package multilevel 2.7, GPL (>= 2).
library(lme4)
data <- read.csv("data/bhr2000.csv")
columns <- c("AF06", "AF07", "AP12", "AP17", "AP33", "AP34", "AS14", "AS15", "AS16", "AS17", "AS28")
four <- c("AP12", "AP17", "AP33", "AP34")

# Every person gets two of the four items, in turn one of the six pairs; every eleventh person leaves the second open.
pairs <- combn(4, 2)
rows <- do.call(rbind, lapply(seq_len(nrow(data)), function(row) {
  drawn <- pairs[, (row - 1) %% 6 + 1]
  if (row %% 11 == 0) drawn <- drawn[1]
  data.frame(person = row, item = four[drawn], y = as.numeric(data[row, four[drawn]]))
}))
rows <- rows[!is.na(rows$y), ]
rows$item <- factor(rows$item, levels = four)
model <- lmer(y ~ 0 + item + (1 | person), data = rows, REML = TRUE,
  control = lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-10)))
spread <- as.data.frame(VarCorr(model))
means <- as.numeric(fixef(model))
effects <- means - mean(means)
scores <- tapply(rows$y - effects[as.integer(rows$item)], rows$person, mean)
groups <- data$GRP[as.integer(names(scores))]

digits <- function(x) as.numeric(formatC(x, digits = 15, format = "g"))
write_fixture <- function(name, statistic, call, definition, tolerance, values) {
  text <- jsonlite::toJSON(list(
    dataset = "bhr2000", statistic = statistic, data_file = "data/bhr2000.csv",
    r = list(version = paste(R.version$major, R.version$minor, sep = "."),
      packages = list(lme4 = as.character(packageVersion("lme4"))), call = call),
    definition = definition, suggested_tolerance = tolerance, values = values
  ), auto_unbox = TRUE, digits = NA, pretty = TRUE)
  writeLines(text, file.path("fixtures", paste0("bhr2000.", name, ".json")))
}

write_fixture("item_adjusted", "item_adjusted",
  "lmer(y ~ 0 + item + (1 | person), REML = TRUE) on the answers that were drawn",
  paste("Row r (from 1) gets the pair number (r - 1) %% 6 of combn(4, 2), every eleventh row only its first item.",
    "Item means: fixed effects at REML's variance ratio. Score: mean of answer minus (item mean minus mean of item means)."),
  list(abs = 1e-6, rel = 1e-6),
  list(items = four, personVariance = digits(spread$vcov[1]), residualVariance = digits(spread$vcov[2]),
    itemMeans = digits(means), meanScore = digits(mean(scores)), sdScore = digits(sd(scores)),
    groupMeans = as.list(digits(tapply(scores, groups, mean))[1:5])))

# One person's answers to all eleven: how much of the variance is of the unit, the person, and neither.
long <- data.frame(person = rep(seq_len(nrow(data)), length(columns)), unit = rep(data$GRP, length(columns)),
  item = rep(columns, each = nrow(data)), y = unlist(data[columns]))
long <- long[!is.na(long$y), ]
components <- as.data.frame(VarCorr(lmer(y ~ 0 + item + (1 | unit) + (1 | person), data = long, REML = TRUE)))
of <- function(group) digits(components$vcov[components$grp == group])
write_fixture("variance_components", "variance_components",
  "lmer(y ~ 0 + item + (1 | GRP) + (1 | person), REML = TRUE) on all answers to the eleven items",
  "Variances in squared answer steps: of units, of people within a unit, and what is left of a single answer.",
  list(abs = 1e-6, rel = 1e-6),
  list(unit = of("unit"), person = of("person"), residual = of("Residual"), people = nrow(data),
    units = length(unique(data$GRP)), items = length(columns)))
