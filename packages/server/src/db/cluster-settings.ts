import { totalmem } from "node:os";

export interface SettingsWish {
  readonly socketFolder: string;
  readonly major: number;
  /** Only tests give up durability. */
  readonly fsync: boolean;
  readonly maxConnections: number;
}

const MB = 1024 * 1024;

/** A quarter of the machine up to 1 GB; machines below 2 GB keep the small setting. */
export function sharedBuffersMb(memoryBytes: number): number {
  if (memoryBytes < 2048 * MB) return 32;
  return Math.min(Math.floor(memoryBytes / 4 / MB), 1024);
}

/** Given on the command line, so that neither a file nor ALTER SYSTEM can weaken them. */
export function clusterSettings(wish: SettingsWish, memoryBytes = totalmem()): Record<string, string> {
  const buffers = sharedBuffersMb(memoryBytes);
  const durable = wish.fsync ? "on" : "off";
  return {
    listen_addresses: "",
    unix_socket_directories: wish.socketFolder,
    unix_socket_permissions: "0700",
    port: "5432",
    max_connections: String(wish.maxConnections),
    shared_buffers: `${buffers}MB`,
    work_mem: "4MB",
    maintenance_work_mem: buffers > 32 ? "64MB" : "32MB",
    effective_cache_size: `${Math.max(256, buffers * 2)}MB`,
    wal_buffers: "1MB",
    jit: "off",
    max_wal_size: "256MB",
    min_wal_size: "32MB",
    wal_level: "replica",
    fsync: durable,
    synchronous_commit: durable,
    full_page_writes: durable,
    max_worker_processes: "2",
    max_logical_replication_workers: "0",
    max_parallel_workers_per_gather: "0",
    autovacuum_max_workers: "1",
    random_page_cost: "1.1",
    huge_pages: "off",
    ...(wish.major >= 18 ? { io_method: "sync" } : {}),
    timezone: "UTC",
    log_timezone: "UTC",
    ...QUIET_LOG,
  };
}

/** What people wrote must not end up in a log file: no statements, no parameters. */
const QUIET_LOG = {
  log_destination: "stderr",
  logging_collector: "off",
  log_min_messages: "warning",
  log_min_error_statement: "panic",
  log_parameter_max_length_on_error: "0",
  log_checkpoints: "off",
};

export function asArguments(settings: Readonly<Record<string, string>>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}
