/**
 * Node, buffer and bus numbers of one login, never handed out twice.
 *
 * <p>Every login owns a part of each number range; hardware buses belong to none.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.scaena.id;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
