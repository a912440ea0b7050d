package dev.monger.shell.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The word that a command over HTTP has to carry. Whoever may read the file of the stack may
 * command; another user of the machine, or a page in a browser, may not.
 */
final class AccessToken {

    private static final int BYTES = 32;
    private static final String SCHEME = "Bearer ";

    private AccessToken() {}

    /** Makes the file, readable by its owner only, unless it is there. */
    static void make(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        Path draft = file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid());
        Files.deleteIfExists(draft);
        Files.createFile(
                draft,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, HexFormat.of().formatHex(secret) + "\n");
        try {
            // A link appears with its content, and only one of several can be first.
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException another) {
            return;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Whether a request's Authorization header carries the word of the file. */
    static boolean isIn(String authorization, Path file) throws IOException {
        if (!authorization.startsWith(SCHEME)) {
            return false;
        }
        byte[] given =
                authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8);
        byte[] wanted = Files.readString(file).strip().getBytes(StandardCharsets.UTF_8);
        return wanted.length > 0 && MessageDigest.isEqual(given, wanted);
    }
}
