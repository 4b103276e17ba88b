"""The bank lines of a demo world, and the same lines as MT940, OFX, CFONB 120 and a table.

Used by scripts/bench. `statements(world)` reads the world's CAMT.053 with Python's own parser, one
line for each movement and for each known part of a batch; `write(name, statements, path)` writes them
as the banks do.
"""
import glob
import os
import sys
import unicodedata
import xml.etree.ElementTree as ElementTree
from collections import namedtuple

Statement = namedtuple("Statement", "iban first last opening closing lines")
Line = namedtuple("Line", "day cents payer iban text reference end_to_end label kind reason")


def cents(amount):
    whole, _, part = amount.partition(".")
    return int(whole) * 100 + int((part + "00")[:2])


def find(element, path):
    return (element.findtext(path) or "").strip()


def signed(element):
    value = cents(find(element, "Amt"))
    return -value if find(element, "CdtDbtInd") == "DBIT" else value


def without_namespace(path):
    root = ElementTree.parse(path).getroot()
    for element in root.iter():
        element.tag = element.tag.partition("}")[2]
    return root


def entry_lines(entry):
    """The movement, or each part of it where the parts are known."""
    total, day = signed(entry), find(entry, "BookgDt/Dt")
    reference, label = find(entry, "AcctSvcrRef"), find(entry, "AddtlNtryInf")
    kind = find(entry, "BkTxCd/Domn/Fmly/SubFmlyCd") or find(entry, "BkTxCd/Domn/Fmly/Cd")
    details = entry.findall("NtryDtls/TxDtls")
    if not details:
        return [Line(day, total, "", "", "", reference, "", label, kind, "")]
    lines = []
    for detail in details:
        amount = find(detail, "Amt") or find(detail, "AmtDtls/TxAmt/Amt")
        value = total if len(details) == 1 else cents(amount) * (1 if total > 0 else -1)
        parties = detail.find("RltdPties")
        names = [] if parties is None else [e.text for e in parties.iter("Nm")]
        ibans = [] if parties is None else [e.text for e in parties.iter("IBAN")]
        end_to_end = find(detail, "Refs/EndToEndId")
        lines.append(Line(
            day, value, (names or [""])[0], (ibans or [""])[0], find(detail, "RmtInf/Ustrd"), reference,
            "" if end_to_end == "NOTPROVIDED" else end_to_end, label, kind, find(detail, "RtrInf/Rsn/Cd")))
    return lines


def files(world):
    """The statements of the account in euros, by month."""
    return sorted(glob.glob(os.path.join(world, "releve-2*.xml")))


def statements(world):
    found = []
    for path in files(world):
        for statement in without_namespace(path).iter("Stmt"):
            balances = {find(b, "Tp/CdOrPrtry/Cd"): (signed(b), find(b, "Dt/Dt")) for b in statement.iter("Bal")}
            lines = [line for entry in statement.iter("Ntry") for line in entry_lines(entry)]
            found.append(Statement(
                find(statement, "Acct/Id/IBAN"), balances["OPBD"][1], balances["CLBD"][1],
                balances["OPBD"][0], balances["CLBD"][0], lines))
    return found


def plain(text):
    """Capital and small letters without accents, as banks send them."""
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()


def euros(value, point):
    return "%s%d%s%02d" % ("-" if value < 0 else "", abs(value) // 100, point, abs(value) % 100)


def short(day):
    """2026-11-02 as 261102."""
    return day[2:4] + day[5:7] + day[8:10]


# SWIFT MT940, the words of a movement behind their keys.

SWIFT_TYPES = {"ESCT": "NTRF", "ESDD": "NDDT", "UPDD": "NRTI", "CCHQ": "NCHK", "CHRG": "NCHG", "SALA": "NTRF"}


def mt940_details(line):
    parts = ["/PREF/" + plain(line.label)]
    if line.end_to_end:
        parts.append("/EREF/" + plain(line.end_to_end))
    if line.payer or line.iban:
        key = "/ORDP/" if line.cents > 0 else "/BENM/"
        parts.append(key + ("/NAME/" + plain(line.payer) if line.payer else "")
                     + ("/IBAN/" + line.iban if line.iban else ""))
    if line.text:
        parts.append("/REMI/" + plain(line.text))
    text = "".join(parts)
    # Six lines of 65 characters, as the standard has it.
    return "\r\n".join(text[at:at + 65] for at in range(0, min(len(text), 390), 65))


def mt940(all_statements):
    for number, statement in enumerate(all_statements, 1):
        mark = lambda value: "D" if value < 0 else "C"
        yield ":20:RELEVE%d\r\n:25:%s\r\n:28C:%d/1\r\n:60F:%s%sEUR%s\r\n" % (
            number, statement.iban, number, mark(statement.opening), short(statement.first),
            euros(abs(statement.opening), ","))
        for line in statement.lines:
            yield ":61:%s%s%s%s%s%s//%s\r\n:86:%s\r\n" % (
                short(line.day), line.day[5:7] + line.day[8:10], mark(line.cents), euros(abs(line.cents), ","),
                SWIFT_TYPES.get(line.kind, "NMSC"), plain(line.end_to_end)[:16] or "NONREF", line.reference,
                mt940_details(line))
        yield ":62F:%s%sEUR%s\r\n-\r\n" % (
            mark(statement.closing), short(statement.last), euros(abs(statement.closing), ","))


# OFX 1.02 (SGML), as French banks' sites give it.

OFX_HEAD = """OFXHEADER:100\r
DATA:OFXSGML\r
VERSION:102\r
SECURITY:NONE\r
ENCODING:USASCII\r
CHARSET:1252\r
COMPRESSION:NONE\r
OLDFILEUID:NONE\r
NEWFILEUID:NONE\r
\r
<OFX>
<SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><DTSERVER>%s<LANGUAGE>FRA</SONRS></SIGNONMSGSRSV1>
<BANKMSGSRSV1>
"""


def sgml(text):
    return plain(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def ofx(all_statements):
    compact = lambda day: day.replace("-", "")
    yield OFX_HEAD % compact(all_statements[-1].last)
    identifier = 0
    for statement in all_statements:
        iban = statement.iban
        yield ("<STMTTRNRS><TRNUID>%s<STATUS><CODE>0<SEVERITY>INFO</STATUS>\n<STMTRS><CURDEF>EUR\n"
               "<BANKACCTFROM><BANKID>%s<BRANCHID>%s<ACCTID>%s<ACCTTYPE>CHECKING</BANKACCTFROM>\n"
               "<BANKTRANLIST><DTSTART>%s<DTEND>%s\n") % (
            compact(statement.last), iban[4:9], iban[9:14], iban[14:25], compact(statement.first),
            compact(statement.last))
        for line in statement.lines:
            identifier += 1
            memo = " ".join(part for part in (line.label, line.text, line.end_to_end) if part)
            yield ("<STMTTRN><TRNTYPE>%s<DTPOSTED>%s<TRNAMT>%s<FITID>%s-%d<NAME>%s<MEMO>%s</STMTTRN>\n") % (
                "CREDIT" if line.cents > 0 else "DEBIT", compact(line.day), euros(line.cents, "."),
                line.reference, identifier, sgml(line.payer or line.label)[:32].strip(), sgml(memo)[:255].strip())
        yield ("</BANKTRANLIST>\n<LEDGERBAL><BALAMT>%s<DTASOF>%s</LEDGERBAL></STMTRS></STMTTRNRS>\n") % (
            euros(statement.closing, "."), compact(statement.last))
    yield "</BANKMSGSRSV1>\n</OFX>\n"


# CFONB 120: old balance (01), movements (04) with their details (05), new balance (07).

CFONB_CODES = {"ESCT": "05", "ESDD": "B1", "UPDD": "B3", "CCHQ": "02", "CHRG": "62", "SALA": "06"}
PLUS, MINUS = "{ABCDEFGHI", "}JKLMNOPQR"


def overpunched(value):
    """Fourteen places; the last digit bears the sign: A is +1, J is -1."""
    digits = "%014d" % abs(value)
    return digits[:-1] + (MINUS if value < 0 else PLUS)[int(digits[-1])]


def cfonb_balance(code, statement, day, value):
    iban = statement.iban
    return "%s%5s    %5sEUR2 %11s  %s%50s%s%16s" % (
        code, iban[4:9], iban[9:14], iban[14:25], day[8:10] + day[5:7] + day[2:4], "", overpunched(value), "")


def cfonb_details(line):
    """Qualifier and seventy characters, in the order of the banks' brochure."""
    if line.text:
        text = plain(line.text)
        yield "LCC", text[:70]
        if text[70:]:
            yield "LC2", text[70:140]
    if line.payer:
        yield ("NPY" if line.cents > 0 or line.reason else "NBE"), plain(line.payer)[:70]
    if line.iban:
        yield ("CPY" if line.cents > 0 or line.reason else "CBE"), line.iban
    if line.end_to_end:
        yield "RCN", plain(line.end_to_end)[:35]


def cfonb(all_statements):
    for statement in all_statements:
        iban = statement.iban
        bank, branch, account = iban[4:9], iban[9:14], iban[14:25]
        yield cfonb_balance("01", statement, statement.first, statement.opening) + "\r\n"
        for line in statement.lines:
            day = line.day[8:10] + line.day[5:7] + line.day[2:4]
            code = CFONB_CODES.get(line.kind, "99" if line.reason else "18")
            label = plain(" ".join(part for part in (line.label, line.payer) if part))[:31]
            yield "04%s    %sEUR2 %s%s%s  %s%-31s  0000000  %s%-16s\r\n" % (
                bank, branch, account, code, day, day, label, overpunched(line.cents), line.reference)
            for qualifier, text in cfonb_details(line):
                yield "05%s    %sEUR2 %s%s%s     %s%-70s  \r\n" % (
                    bank, branch, account, code, day, qualifier, text)
        yield cfonb_balance("07", statement, statement.last, statement.closing) + "\r\n"


# The table that a bank's site gives: French heads, decimal comma.


def table(all_statements):
    yield "Date;Date de valeur;Libellé;Contrepartie;IBAN contrepartie;Référence;Montant;Devise;Solde\r\n"
    balance = all_statements[0].opening
    for statement in all_statements:
        for line in statement.lines:
            balance += line.cents
            day = "/".join(reversed(line.day.split("-")))
            words = " ".join(part for part in (line.label, line.text, line.end_to_end) if part)
            yield "%s;%s;%s;%s;%s;%s;%s;EUR;%s\r\n" % (
                day, day, words.replace(";", ","), line.payer.replace(";", ","), line.iban, line.reference,
                euros(line.cents, ","), euros(balance, ","))


# What the bench calls it: the writer, the end of its files' names, their encoding.
FORMATS = {
    "MT940": (mt940, "sta", "ascii"),
    "OFX": (ofx, "ofx", "ascii"),
    "CFONB 120": (cfonb, "cfonb", "ascii"),
    "bank table": (table, "csv", "utf-8"),
}


def write(name, all_statements, path):
    writer, _, encoding = FORMATS[name]
    with open(path + ".part", "w", encoding=encoding, newline="") as file:
        file.writelines(writer(all_statements))
    os.rename(path + ".part", path)


def main():
    """WORLD PREFIX: every format, whole and of the first three months alone (for slow readers)."""
    world, prefix = sys.argv[1:3]
    found = statements(world)
    for name, (_, end, _) in FORMATS.items():
        write(name, found, "%s.%s" % (prefix, end))
        write(name, found[:3], "%s-short.%s" % (prefix, end))


if __name__ == "__main__":
    main()
