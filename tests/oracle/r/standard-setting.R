# A made-up panel of twelve on 22 items in eleven areas, and the figures of it in base R.
# Run from the project's root: Rscript tests/oracle/r/standard-setting.R
set.seed(20261)
panellists <- 12; areas <- sprintf("area%02d", 1:11); items <- sprintf("i%02d", 1:22)
area_of <- c(rep(areas[1:10], each = 2), areas[11], areas[11])
# The last area gets a third item from the first, so that areas differ in length.
area_of[2] <- areas[11]
rows <- expand.grid(cut = 1:3, item = 1:22, panellist = 1:panellists)
own <- rnorm(panellists, 0, 0.35); hard <- rnorm(22, 0, 0.4)
raw <- c(2.4, 3.3, 4.2)[rows$cut] + own[rows$panellist] + hard[rows$item] + rnorm(nrow(rows), 0, 0.35)
rows$answer <- pmin(5, pmax(1, round(raw * 2) / 2))
for (p in 1:panellists) for (i in 1:22) {
  at <- rows$panellist == p & rows$item == i
  rows$answer[at] <- sort(rows$answer[at])
}
rows$area <- area_of[rows$item]
out <- data.frame(panellist = rows$panellist, item = items[rows$item], area = rows$area, cut = rows$cut, answer = rows$answer)
write.csv(out, "tests/oracle/data/standard-setting.csv", row.names = FALSE, quote = FALSE)

points <- (out$answer - 1) / 4 * 100
by_area <- aggregate(points, list(area = out$area, cut = out$cut, panellist = out$panellist), mean)
overall <- aggregate(by_area$x, list(cut = by_area$cut, panellist = by_area$panellist), mean)
figure <- function(v) c(mean = mean(v), sd = sd(v), se = sd(v) / sqrt(length(v)))
wide <- sapply(1:3, function(k) overall$x[overall$cut == k])
wide_area <- function(a) sapply(1:3, function(k) by_area$x[by_area$cut == k & by_area$area == a])
num <- function(v) paste0("[", paste(formatC(v, digits = 16, format = "g"), collapse = ", "), "]")
cuts <- apply(wide, 2, figure); gaps <- apply(t(apply(wide, 1, diff)), 2, figure)
lower <- sapply(1:2, function(k) t.test(wide[, k + 1] - wide[, k])$conf.int[1])
per_item <- do.call(rbind, lapply(items, function(i) do.call(rbind, lapply(1:3, function(k) {
  v <- out$answer[out$item == i & out$cut == k]
  c(median = median(v), quantile(v, c(.25, .75), type = 7), ad = mean(abs(v - median(v))))
}))))
block <- function(m) paste0("[", paste(apply(m, 2, num), collapse = ", "), "]")
writeLines(c("{",
  '  "dataset": "standard-setting",', '  "statistic": "panel_cuts",', '  "data_file": "data/standard-setting.csv",',
  sprintf('  "r": {"version": "%s.%s", "packages": {}, "call": "aggregate, mean, sd, quantile(type = 7), t.test"},', R.version$major, R.version$minor),
  '  "definition": "cut of a panellist: mean over areas of the mean over items, (answer - 1) / 4 * 100; se = sd / sqrt(panellists)",',
  '  "suggested_tolerance": {"abs": 1e-09, "rel": 1e-09},', '  "values": {',
  sprintf('    "cuts": %s,', block(cuts)),
  sprintf('    "gaps": %s,', block(gaps)),
  sprintf('    "gap_lower95": %s,', num(lower)),
  paste0('    "areas": {', paste(sprintf('"%s": %s', areas, sapply(areas, function(a) block(apply(wide_area(a), 2, figure)))), collapse = ", "), "},"),
  sprintf('    "items": [%s],', paste(apply(per_item, 1, num), collapse = ", ")),
  sprintf('    "average_deviation": %s', formatC(mean(per_item[, "ad"]), digits = 16, format = "g")),
  "  }", "}"), "tests/oracle/fixtures/standard-setting.panel_cuts.json")
