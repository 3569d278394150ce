package dev.parley.gateway.health;

import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;

/** What the gateway's own process and machine have and use. */
record Machine(Cpu cpu, Memory memory, Disk disk) {

    /** Loads from 0 to 1; below 0 when the system does not tell. */
    record Cpu(int cores, double processLoad, double systemLoad) {

        static Cpu of(OperatingSystemMXBean system) {
            return new Cpu(
                    system.getAvailableProcessors(), share(system.getProcessCpuLoad()), share(system.getCpuLoad()));
        }

        private static double share(double load) {
            return Math.round(load * 1000) / 1000.0;
        }
    }

    record Memory(long heapUsedBytes, long heapMaxBytes, long machineFreeBytes, long machineTotalBytes) {

        static Memory of(MemoryUsage heap, OperatingSystemMXBean system) {
            return new Memory(heap.getUsed(), heap.getMax(), system.getFreeMemorySize(), system.getTotalMemorySize());
        }
    }

    record Disk(long freeBytes, long totalBytes) {

        static Disk of(File folder) {
            return new Disk(folder.getUsableSpace(), folder.getTotalSpace());
        }
    }

    static Machine now() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return new Machine(Cpu.of(system), Memory.of(heap, system), Disk.of(new File(".")));
    }
}
