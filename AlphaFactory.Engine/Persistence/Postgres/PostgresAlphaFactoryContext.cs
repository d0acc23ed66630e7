using Microsoft.EntityFrameworkCore;

namespace AlphaFactory.Engine.Persistence.Postgres;

/// <summary>The same tables on a PostgreSQL server, for many nodes.</summary>
internal sealed class PostgresAlphaFactoryContext(DbContextOptions<PostgresAlphaFactoryContext> options) : AlphaFactoryContext(options);
