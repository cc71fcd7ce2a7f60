package org.scaena.process;

/**
 * A process has come to hold more of the machine's memory than its {@link ProcessLimits} say.
 *
 * @param residentBytes what it holds
 * @param limitBytes beyond what that is told
 */
public record MemoryUse(long residentBytes, long limitBytes) {

    private static final int MEBIBYTE = 1 << 20;

    /** A sentence for people, with the remedy. */
    @Override
    public String toString() {
        return "holds %d MiB of memory, more than %d MiB: free buffers, or raise the limit"
                .formatted(residentBytes / MEBIBYTE, limitBytes / MEBIBYTE);
    }
}
