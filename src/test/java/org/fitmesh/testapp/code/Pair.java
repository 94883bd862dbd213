package org.fitmesh.testapp.code;

import java.util.List;
import org.fitmesh.fit.User;

/** Two users, and more of them. */
public record Pair(User first, User second, List<Pair> more) {}
