"""What scripts/bench sets beside the program: `bench_peers.py WHAT PATH`.

Prints name, wall seconds, CPU seconds, peak megabytes, count and total in cents, as the bench program
does; what starting Python and loading its libraries costs is not counted.
"""
import csv
import importlib
import logging
import os
import resource
import sys
import time
from collections import defaultdict

import statement_formats


def read_mt940(path):
    import mt940  # PyPI mt-940

    lines = [t.data for t in mt940.parse(path)]
    return len(lines), sum(int(line["amount"].amount * 100) for line in lines)


def read_ofx(path):
    from ofxtools.Parser import OFXTree  # PyPI ofxtools

    tree = OFXTree()
    with open(path, "rb") as file:
        tree.parse(file)
    lines = [line for statement in tree.convert().statements for line in statement.transactions]
    return len(lines), sum(int(line.trnamt * 100) for line in lines)


def read_cfonb(path):
    """By hand: every movement with its details."""
    digit = {letter: (n, 1) for n, letter in enumerate("{ABCDEFGHI")}
    digit.update({letter: (n, -1) for n, letter in enumerate("}JKLMNOPQR")})
    lines, total, line = [], 0, None
    with open(path, encoding="ascii", newline="") as file:
        for record in file:
            code = record[:2]
            if code == "04":
                last, sign = digit[record[103]]
                amount = sign * (int(record[90:103]) * 10 + last)
                total += amount
                line = {
                    "account": record[21:32], "code": record[32:34], "amount": amount,
                    "booked": "20%s-%s-%s" % (record[38:40], record[36:38], record[34:36]),
                    "label": record[48:79].rstrip(), "reference": record[104:120].rstrip(), "details": {}}
                lines.append(line)
            elif code == "05":
                line["details"][record[45:48]] = record[48:118].rstrip()
    return len(lines), total


def cents(text):
    return int(text.replace(",", ""))


def day(text):
    return "%s-%s-%s" % (text[6:10], text[3:5], text[:2])


def read_facturx(folder):
    """The XML of each PDF of a folder, taken out and not looked at; its bytes instead of cents."""
    import facturx  # PyPI factur-x

    logging.disable(logging.CRITICAL)
    count = size = 0
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), "rb") as file:
            _, xml = facturx.get_facturx_xml_from_pdf(file.read(), check_xsd=False)
        count, size = count + bool(xml), size + len(xml or b"")
    return count, size


def read_table(path):
    with open(path, encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter=";")
        next(rows)
        lines = [(day(r[0]), day(r[1]), r[2], r[3], r[4], r[5], cents(r[6]), r[7]) for r in rows]
    return len(lines), sum(line[6] for line in lines)


def read_invoices(path):
    """The columns that the program takes in too; counted and added up, not kept."""
    count = total = 0
    with open(path, encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter=";")
        next(rows)
        for r in rows:
            invoice = {
                "number": r[0], "type": r[1], "customer": r[2], "name": r[3], "siren": r[4], "vat": r[5],
                "issue": day(r[6]), "ordered": r[7] and day(r[7]), "delivery": r[8] and day(r[8]),
                "due": r[9] and day(r[9]), "term": r[10], "net": cents(r[11]), "tax": cents(r[12]),
                "gross": cents(r[13]), "currency": r[14], "order": r[15], "corrects": r[16]}
            count += 1
            total += invoice["gross"]
    return count, total


def world_lines(folder):
    files = os.path.join(folder, "fichiers")
    open_cents = {}
    with open(os.path.join(files, "factures-utf8.csv"), encoding="utf-8", newline="") as file:
        for row in list(csv.reader(file, delimiter=";"))[1:]:
            open_cents[row[0]] = cents(row[13])
    lines = [line for statement in statement_formats.statements(files) for line in statement.lines]
    return open_cents, lines


def apply_exactly(open_cents, lines):
    """Exact rules: the numbers of open documents that stand verbatim in the text add up to the line."""
    applied = []
    for line in lines:
        named = {word for word in (line.text + " " + line.end_to_end).split() if word in open_cents}
        if named and sum(open_cents[word] for word in named) == line.cents:
            applied.append((line, {word: open_cents.pop(word) for word in named}))
    return applied


def score(folder, lines, applied):
    """How many lines pay something, were applied, and were applied rightly."""
    truth, batches = defaultdict(dict), defaultdict(int)
    with open(os.path.join(folder, "verite", "truth.csv"), encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["bank_line_id"] and row["invoice_number"]:
                truth[row["bank_line_id"]][row["invoice_number"]] = int(row["allocated_cents"])
    for line in lines:
        batches[line.reference] += 1
    right = 0
    for line, parts in applied:
        want = truth.get(line.reference, {})
        whole = batches[line.reference] > 1 or len(want) == len(parts)
        right += whole and all(want.get(number) == value for number, value in parts.items())
    return sum(line.cents > 0 and line.reference in truth for line in lines), len(applied), right


READERS = {
    "MT940": read_mt940, "OFX": read_ofx, "CFONB 120": read_cfonb, "bank table": read_table,
    "invoices": read_invoices, "Factur-X": read_facturx,
}

# Loaded before the clock starts.
LIBRARIES = {"MT940": "mt940", "OFX": "ofxtools.Parser", "Factur-X": "facturx"}


def main():
    what, path = sys.argv[1:3]
    if what in LIBRARIES:
        importlib.import_module(LIBRARIES[what])
    if what == "matching":
        open_cents, lines = world_lines(path)
    wall, cpu = time.monotonic(), time.process_time()
    if what == "matching":
        applied = apply_exactly(open_cents, lines)
        found = (len(lines),) + (0,)
    else:
        found = READERS[what](path)
    wall, cpu = time.monotonic() - wall, time.process_time() - cpu
    print("peer %.4f %.4f %d %d %d" % (
        (wall, cpu, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024) + found))
    if what == "matching":
        print("score %d %d %d" % score(path, lines, applied))


if __name__ == "__main__":
    main()
