using Microsoft.Extensions.DependencyInjection;

namespace Workflows.Functions.Audit;

/// <summary>No settings of its own; needs those of storage.</summary>
static class AuditServices
{
    public static IServiceCollection AddAudit(this IServiceCollection services) => services
        .AddSingleton<AuditTable>()
        .AddSingleton<AuditLog>()
        .AddSingleton<AuditTrail>()
        .AddSingleton<AuditVerifier>()
        .AddSingleton<AuditCheck>()
        .AddSingleton<AccessLog>();
}
