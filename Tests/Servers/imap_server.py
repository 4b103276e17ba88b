"""A Dovecot of the test's own on loopback, without root's configuration.

imap_server.py FOLDER

Prints its port. Mails put into FOLDER/mail/new are in the mailbox of `encaisse`, password `sésame`.
Ends when its standard input does, or when it is killed.
"""

import grp
import os
import pwd
import signal
import socket
import subprocess
import sys
import time

folder = sys.argv[1]
# Tests hold signals back, and their children inherit it.
signal.pthread_sigmask(signal.SIG_SETMASK, [])
user = pwd.getpwuid(os.getuid())
with socket.socket() as probe:
    probe.bind(("127.0.0.1", 0))
    port = probe.getsockname()[1]
for name in ["mail/new", "mail/cur", "mail/tmp", "run", "state"]:
    os.makedirs(os.path.join(folder, name), exist_ok=True)
# Dovecot does not open mailboxes for root: everything belongs to the one who may.
runner = pwd.getpwnam("nobody") if os.getuid() == 0 else user
group = grp.getgrgid(runner.pw_gid).gr_name
with open(os.path.join(folder, "users"), "w", encoding="utf-8") as file:
    file.write(f"encaisse:{{PLAIN}}sésame:{runner.pw_uid}:{runner.pw_gid}::{folder}/home\n")
with open(os.path.join(folder, "dovecot.conf"), "w", encoding="utf-8") as file:
    file.write(f"""
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login
default_internal_user = {runner.pw_name}
default_internal_group = {group}
default_login_user = {runner.pw_name}
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:{folder}/mail
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service anvil {{
  chroot =
}}
passdb {{
  driver = passwd-file
  args = {folder}/users
}}
userdb {{
  driver = passwd-file
  args = {folder}/users
}}
""")
if os.getuid() == 0:
    subprocess.run(["chown", "-R", f"{runner.pw_uid}:{runner.pw_gid}", folder], check=True)
    subprocess.run(["chmod", "755", folder], check=True)
server = subprocess.Popen(["/usr/sbin/dovecot", "-F", "-c", os.path.join(folder, "dovecot.conf")])
for _ in range(100):
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
        break
    except OSError:
        time.sleep(0.05)
print(port, flush=True)
# The test ends this process without a word: Dovecot must not outlive it.
if os.fork() == 0:
    leader = os.getppid()
    while os.getppid() == leader:
        time.sleep(0.2)
    # Not `send_signal`: here the server is no child, and Popen would take it for ended.
    os.kill(server.pid, signal.SIGTERM)
    os._exit(0)
server.wait()
