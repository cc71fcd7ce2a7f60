package org.scaena.command;

/** A module of the host was taken away, and no successor came in time. */
public final class ServiceMissingException extends ServerException {

    private static final long serialVersionUID = 1L;

    private final String service;

    /** An exception that names the service, by its interface. */
    public ServiceMissingException(String service) {
        super(
                "%s is not there: start a bundle that provides it, or update the one that did"
                        .formatted(service));
        this.service = service;
    }

    /** The name of the interface that nobody provides. */
    public String service() {
        return service;
    }
}
