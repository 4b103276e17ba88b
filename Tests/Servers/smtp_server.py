"""An SMTP server on loopback for the tests, with the faults that the recipient's name asks for.

smtp_server.py FOLDER [--tls | --starttls] [--auth] [--wrong-name]

Prints its port. Each message it takes is written to FOLDER/inbox/NNNN.eml, its recipient first.
"""

import asyncio
import os
import ssl
import sys

import trustme
from aiosmtpd.smtp import SMTP, AuthResult, syntax

folder, *options = sys.argv[1:]
inbox = os.path.join(folder, "inbox")
os.makedirs(inbox, exist_ok=True)
seen = {}
count = 0


def keep(envelope):
    global count
    count += 1
    path = os.path.join(inbox, f"{count:05}.eml")
    with open(path + ".part", "wb") as file:
        file.write(b"X-Recipient: " + envelope.rcpt_tos[0].encode() + b"\r\n")
        file.write(b"X-Sender: " + envelope.mail_from.encode() + b"\r\n")
        file.write(envelope.original_content)
    os.rename(path + ".part", path)


class Server(SMTP):
    @syntax("DATA")
    async def smtp_DATA(self, arg):
        name = self.envelope.rcpt_tos[0] if self.envelope.rcpt_tos else ""
        if name.startswith("cutmid"):
            await self.push("354 go on")
            await self._reader.read(1000)
            return self.transport.abort()
        return await super().smtp_DATA(arg)


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        name = address.split("@")[0].split("+")[0]
        seen[address] = seen.get(address, 0) + 1
        if os.path.exists(os.path.join(folder, "down")):
            server.transport.abort()
        if name.startswith("refused"):
            return "550 5.1.1 no such mailbox"
        if name.startswith("grey") and seen[address] == 1:
            return "451 4.7.1 come back later"
        if name.startswith("busy"):
            return "421 4.3.2 closing"
        envelope.rcpt_tos.append(address)
        return "250 ok"

    async def handle_DATA(self, server, session, envelope):
        name = envelope.rcpt_tos[0]
        if name.startswith("slow"):
            await asyncio.sleep(1.5)
        if name.startswith("spam"):
            return "554 5.7.1 we do not want this"
        if name.startswith("full"):
            return "452 4.2.2 mailbox full"
        if name.startswith("cutafter-lost"):
            return server.transport.abort()
        keep(envelope)
        if name.startswith("cutafter"):
            return server.transport.abort()
        delay = float(os.environ.get("SMTP_DELAY", "0"))
        if delay:
            await asyncio.sleep(delay)
        return "250 2.0.0 taken"


def check(server, session, envelope, mechanism, data):
    good = data.login == b"encaisse" and data.password == b"s\xc3\xa9same"
    return AuthResult(success=good, handled=False)


async def main():
    context = None
    if "--tls" in options or "--starttls" in options:
        authority = trustme.CA()
        authority.cert_pem.write_to_path(os.path.join(folder, "ca.pem"))
        name = "elsewhere.example" if "--wrong-name" in options else "localhost"
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert(name).configure_cert(context)

    def make():
        return Server(
            Handler(),
            hostname="localhost",
            enable_SMTPUTF8=True,
            data_size_limit=33554432,
            tls_context=context if "--starttls" in options else None,
            require_starttls="--starttls" in options,
            auth_required="--auth" in options,
            auth_require_tls=False,
            authenticator=check if "--auth" in options else None,
        )

    loop = asyncio.get_running_loop()
    port = int(os.environ.get("SMTP_PORT", "0"))
    server = await loop.create_server(
        make, "127.0.0.1", port, ssl=context if "--tls" in options else None
    )
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
