package org.scaena.process.internal;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Properties;
import org.scaena.process.AudioRequest.Driver;
import org.scaena.process.ProcessIdentity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a later host has to know of a jackd that outlived us, kept in the directory of the request.
 *
 * @param name the name of the JACK server
 * @param driver what it plays on
 * @param description the choice in one line
 * @param identity its process
 */
record JackRecord(String name, Driver driver, String description, ProcessIdentity identity) {

    private static final String FILE = "jackd.properties";
    private static final Logger LOG = LoggerFactory.getLogger(JackRecord.class);

    /** The record in a directory, if there is one that can be read. */
    static Optional<JackRecord> read(Path directory) {
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(directory.resolve(FILE))) {
            values.load(reader);
            return Optional.of(
                    new JackRecord(
                            values.getProperty("name", ""),
                            Driver.valueOf(values.getProperty("driver", "")),
                            values.getProperty("description", ""),
                            new ProcessIdentity(
                                    Long.parseLong(values.getProperty("pid", "")),
                                    Instant.parse(values.getProperty("startTime", "")),
                                    values.getProperty("token", ""))));
        } catch (IOException | IllegalArgumentException | DateTimeParseException noneOrTorn) {
            return Optional.empty();
        }
    }

    /** Writes it; a jackd without a record works as well, but is nobody's after a restart. */
    void write(Path directory) {
        Properties values = new Properties();
        values.setProperty("name", name);
        values.setProperty("driver", driver.name());
        values.setProperty("description", description);
        values.setProperty("pid", Long.toString(identity.pid()));
        values.setProperty("startTime", identity.startTime().toString());
        values.setProperty("token", identity.token());
        Path file = directory.resolve(FILE);
        Path fresh = directory.resolve(FILE + ".new");
        try {
            try (Writer writer = Files.newBufferedWriter(fresh)) {
                values.store(writer, null);
            }
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            LOG.warn("jackd {} cannot be noted in {}: {}", name, file, failure.toString());
        }
    }
}
