"""Who is who, Candour beside Splink 5, on public data with known truth, in one run.

Candour runs as `./candour link` with default settings: it is told the id column and nothing else.
Splink runs with the settings of its own published notebooks, which were chosen for these files.
Both are judged by the same code, over all true pairs, those that no blocking rule proposes
included. Times are whole-job times of one run on this machine; quote their ratio.

    ./candour link --help              # builds what is needed
    python3 -m venv venv && venv/bin/pip install splink==5.0.0 duckdb==2.0.1
    venv/bin/python benchmarks/beside_splink.py DATA

DATA holds historical_open.csv (with the columns unique_id and cluster), febrl3.csv, febrl4a.csv and
febrl4b.csv. A file that is not there is skipped with a message.
"""

import csv
import pathlib
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent


def pairs(count):
    return count * (count - 1) // 2


def judge(cluster_of, person_of):
    """Pairwise precision, recall and F1, and B-cubed F1, over records with a cluster and a person."""
    together, clusters, persons = {}, {}, {}
    for record, person in person_of.items():
        cluster = cluster_of.get(record, ("alone", record))
        together[cluster, person] = together.get((cluster, person), 0) + 1
        clusters[cluster] = clusters.get(cluster, 0) + 1
        persons[person] = persons.get(person, 0) + 1
    right = sum(pairs(n) for n in together.values())
    linked = sum(pairs(n) for n in clusters.values())
    true = sum(pairs(n) for n in persons.values())
    precision = right / linked if linked else 1.0
    recall = right / true if true else 1.0
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    count = len(person_of)
    b_precision = sum(n * n / clusters[c] for (c, _), n in together.items()) / count
    b_recall = sum(n * n / persons[p] for (_, p), n in together.items()) / count
    return precision, recall, f1, 2 * b_precision * b_recall / (b_precision + b_recall)


def say(name, who, seconds, judged):
    print(f"{name:18} {who:28} {seconds:7.2f} s   P {judged[0]:.4f}  R {judged[1]:.4f}  F1 {judged[2]:.4f}  B3 {judged[3]:.4f}")


def rows(path):
    with open(path, newline="", encoding="utf-8-sig") as file:
        return [
            {name.strip(): value.strip() for name, value in row.items()}
            for row in csv.DictReader(file)
        ]


def candour(identifier, files, where):
    settings = where / "settings.yaml"
    settings.write_text(f"id: {identifier}\n")
    out = where / "clusters.csv"
    start = time.perf_counter()
    subprocess.run(
        [ROOT / "candour", "link", settings, *files, "--out", out, "--quiet"],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    seconds = time.perf_counter() - start
    return seconds, {(row["source"], row["id"]): row["cluster"] for row in rows(out)}


def without(path, columns, where):
    """The file without the columns that give the truth away."""
    table = rows(path)
    kept = [name for name in table[0] if name not in columns]
    copy = where / path.name
    with open(copy, "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, kept, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(table)
    return copy, table


def splink_clusters(tables, settings, train, threshold):
    from splink import DuckDBAPI, Linker

    start = time.perf_counter()
    api = DuckDBAPI()
    registered = [api.register(table, dataset_display_name=name) for name, table in tables.items()]
    linker = Linker(registered if len(registered) > 1 else registered[0], settings, log_level=40)
    train(linker)
    predicted = linker.inference.predict(threshold_match_probability=0.01)
    clustered = linker.clustering.cluster_pairwise_predictions_at_threshold(predicted, threshold)
    frame = clustered.as_pandas_dataframe()
    return time.perf_counter() - start, frame


def historical(data, where):
    import pandas
    import splink.comparison_library as compare
    from splink import SettingsCreator, block_on

    path = data / "historical_open.csv"
    copy, table = without(path, {"cluster"}, where)
    person_of = {(copy.stem, row["unique_id"]): row["cluster"] for row in table}
    seconds, clusters = candour("unique_id", [copy], where)
    say("historical (open)", "Candour, default settings", seconds, judge(clusters, person_of))

    settings = SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[
            block_on("substr(first_name,1,3)", "substr(surname,1,4)"),
            block_on("surname", "dob"),
            block_on("first_name", "dob"),
            block_on("postcode_fake", "first_name"),
            block_on("postcode_fake", "surname"),
            block_on("dob", "birth_place"),
            block_on("substr(postcode_fake,1,3)", "dob"),
            block_on("substr(postcode_fake,1,3)", "first_name"),
            block_on("substr(postcode_fake,1,3)", "surname"),
            block_on("substr(first_name,1,2)", "substr(surname,1,2)", "substr(dob,1,4)"),
        ],
        comparisons=[
            compare.ForenameSurnameComparison(
                "first_name", "surname", forename_surname_concat_col_name="first_and_surname"
            ),
            compare.DateOfBirthComparison("dob", input_is_string=True),
            compare.PostcodeComparison("postcode_fake"),
            compare.ExactMatch("birth_place").configure(term_frequency_adjustments=True),
            compare.ExactMatch("occupation").configure(term_frequency_adjustments=True),
        ],
    )

    def train(linker):
        linker.training.estimate_probability_two_random_records_match(
            [
                block_on("first_name", "surname", "dob"),
                block_on("substr(first_name,1,2)", "surname", "substr(postcode_fake,1,2)"),
                block_on("dob", "postcode_fake"),
            ],
            recall=0.6,
        )
        linker.training.estimate_u_using_random_sampling(max_pairs=1e7)
        for rule in (block_on("first_name", "surname"), block_on("dob")):
            linker.training.estimate_parameters_using_expectation_maximisation(
                rule, estimate_without_term_frequencies=True
            )

    frame = pandas.read_csv(path, dtype=str)
    seconds, clustered = splink_clusters({copy.stem: frame}, settings, train, 0.95)
    clusters = {
        (copy.stem, record): cluster
        for record, cluster in zip(clustered["unique_id"], clustered["cluster_id"])
    }
    say("historical (open)", "Splink, its notebook at 0.95", seconds, judge(clusters, person_of))


def febrl(data, where, names, title):
    import pandas
    import splink.comparison_library as compare
    from splink import SettingsCreator, block_on

    copies, person_of, frames = [], {}, {}
    for name in names:
        copy, table = without(data / name, set(), where)
        # The record's id holds the person's number; a number of the row's own takes its place.
        for number, row in enumerate(table):
            person_of[copy.stem, str(number)] = row["rec_id"].split("-")[1]
            row["rec_id"] = str(number)
        with open(copy, "w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, list(table[0]))
            writer.writeheader()
            writer.writerows(table)
        copies.append(copy)
        frame = pandas.DataFrame(table).replace("", None)
        frames[copy.stem] = frame
    seconds, clusters = candour("rec_id", copies, where)
    say(title, "Candour, default settings", seconds, judge(clusters, person_of))

    settings = SettingsCreator(
        link_type="dedupe_only" if len(names) == 1 else "link_only",
        unique_id_column_name="rec_id",
        blocking_rules_to_generate_predictions=[
            block_on("given_name", "surname"),
            "l.given_name = r.surname and l.surname = r.given_name",
            block_on("date_of_birth"),
            block_on("soc_sec_id"),
            block_on("state", "address_1"),
            block_on("street_number", "address_1"),
            block_on("postcode"),
        ],
        comparisons=[
            compare.NameComparison("given_name").configure(term_frequency_adjustments=True),
            compare.NameComparison("surname").configure(term_frequency_adjustments=True),
            compare.DateOfBirthComparison(
                "date_of_birth", input_is_string=True, datetime_format="%Y%m%d"
            ),
            compare.DamerauLevenshteinAtThresholds("soc_sec_id", [1, 2]),
            compare.ExactMatch("street_number").configure(term_frequency_adjustments=True),
            compare.DamerauLevenshteinAtThresholds("postcode", [1, 2]).configure(
                term_frequency_adjustments=True
            ),
        ],
    )

    def train(linker):
        linker.training.estimate_probability_two_random_records_match(
            [block_on("soc_sec_id"), block_on("given_name", "surname", "date_of_birth")],
            recall=0.8,
        )
        linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
        for rule in (block_on("date_of_birth"), block_on("postcode")):
            linker.training.estimate_parameters_using_expectation_maximisation(
                rule, estimate_without_term_frequencies=True
            )

    seconds, clustered = splink_clusters(frames, settings, train, 0.5)
    source = clustered["source_dataset"] if "source_dataset" in clustered else [copies[0].stem] * len(clustered)
    clusters = {
        (name, record): cluster
        for name, record, cluster in zip(source, clustered["rec_id"], clustered["cluster_id"])
    }
    say(title, "Splink, its notebook at 0.5", seconds, judge(clusters, person_of))


def main():
    if len(sys.argv) != 2:
        sys.exit("Give the folder of the data: benchmarks/beside_splink.py DATA")
    data = pathlib.Path(sys.argv[1])
    jobs = [
        (["historical_open.csv"], historical),
        (["febrl3.csv"], lambda d, w: febrl(d, w, ["febrl3.csv"], "FEBRL 3")),
        (
            ["febrl4a.csv", "febrl4b.csv"],
            lambda d, w: febrl(d, w, ["febrl4a.csv", "febrl4b.csv"], "FEBRL 4"),
        ),
    ]
    for files, job in jobs:
        missing = [name for name in files if not (data / name).exists()]
        if missing:
            print(f"{', '.join(missing)}: not in {data}, skipped")
            continue
        with tempfile.TemporaryDirectory() as where:
            job(data, pathlib.Path(where))


if __name__ == "__main__":
    main()
