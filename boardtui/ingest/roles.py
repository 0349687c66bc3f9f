"""The SQL of two roles of a PostgreSQL server: one that opens boards, and one that ingests."""

from __future__ import annotations

from boardtui.store.tables.tables import METADATA

ROLES = """\
-- Two roles for boardtui. Run this in the database that boardtui is to use, as who owns it and may
-- make roles; run again, it changes nothing more. Then give each a password: \\password {reader}

DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = {reader_text}) THEN
    CREATE ROLE {reader} LOGIN;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = {writer_text}) THEN
    CREATE ROLE {writer} LOGIN;
  END IF;
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO {reader_in}, {writer_in}', current_database());
END $$;

-- Nobody else makes anything here. Whoever ingests makes the tables, and owns them.
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO {reader};
GRANT USAGE, CREATE ON SCHEMA public TO {writer};

-- Tables that are there already are given to who ingests.
DO $$ DECLARE name text; BEGIN
  FOREACH name IN ARRAY ARRAY[
{tables}
  ] LOOP
    IF to_regclass('public.' || quote_ident(name)) IS NOT NULL THEN
      EXECUTE format('ALTER TABLE public.%I OWNER TO {writer_in}', name);
      EXECUTE format('GRANT SELECT ON public.%I TO {reader_in}', name);
    END IF;
  END LOOP;
END $$;

-- Who opens boards reads, and nothing else: also of tables that come later.
GRANT {writer} TO CURRENT_USER;
ALTER DEFAULT PRIVILEGES FOR ROLE {writer} IN SCHEMA public GRANT SELECT ON TABLES TO {reader};
ALTER ROLE {reader} SET default_transaction_read_only = on;
"""


def roles_sql(reader: str, writer: str) -> str:
    """The SQL that makes the roles, or gives them what they need where they are there."""
    names = {"reader": reader, "writer": writer}
    quoted = {name: _name(role) for name, role in names.items()}
    texts = {f"{name}_text": _text(role) for name, role in names.items()}
    # Within a text that is a pattern: a stroke is doubled, and so is a per cent sign.
    inside = {f"{n}_in": role.replace("'", "''").replace("%", "%%") for n, role in quoted.items()}
    tables = ",\n".join(f"    '{table}'" for table in METADATA.tables)
    return ROLES.format(**quoted, **texts, **inside, tables=tables)


def _name(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'


def _text(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"
