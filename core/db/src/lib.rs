//! One text of SQL on SQLite and PostgreSQL: transactions, migrations, test databases.
