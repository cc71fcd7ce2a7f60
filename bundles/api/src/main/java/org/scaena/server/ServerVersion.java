package org.scaena.server;

/**
 * Which server it is, as {@code /version.reply} tells it.
 *
 * @param name {@code scsynth} or {@code supernova}
 * @param major first number of the version
 * @param minor second number
 * @param patch what follows, for example {@code .0}
 * @param branch the branch it was built from; often empty
 * @param commit the commit it was built from; often {@code na}
 */
public record ServerVersion(
        String name, int major, int minor, String patch, String branch, String commit) {

    @Override
    public String toString() {
        return name + " " + major + "." + minor + patch;
    }
}
